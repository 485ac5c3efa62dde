package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A resident reads what opening a formal delivery means, and opens it. */
@Controller
class FormalPages {

  private static final String PATH = "/mitteilungen/{id}/zustellung/{letter}";

  private final Threads threads;
  private final Letters messages;
  private final FormalOpening opening;
  private final FormalReading reading;
  private final Texts texts;

  FormalPages(
      Threads threads,
      Letters messages,
      FormalOpening opening,
      FormalReading reading,
      Texts texts) {
    this.threads = threads;
    this.messages = messages;
    this.opening = opening;
    this.reading = reading;
    this.texts = texts;
  }

  @GetMapping(PATH)
  String explain(
      Visitor visitor,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable UUID letter,
      Model model) {
    var thread = own(visitor, id);
    var found = delivery(visitor, thread, letter);
    if (found.answeredAt() != null) {
      return back(id, letter);
    }
    model.addAttribute("delivery", reading.view(thread, found, null, page));
    return "messages/formal";
  }

  @PostMapping(PATH)
  String open(
      Visitor visitor,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable UUID letter,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var thread = own(visitor, id);
    var found = delivery(visitor, thread, letter);
    if (found.answeredAt() != null) {
      return back(id, letter);
    }
    if (opening.open(new AccountId(visitor.accountId()), thread, letter)) {
      Flash.success(redirect, texts, "messages.formal.done");
      return back(id, letter);
    }
    response.setStatus(503);
    var problem = page.text("messages.formal.unit-cannot");
    model.addAttribute("delivery", reading.view(thread, found, problem, page));
    return "messages/formal";
  }

  private OpenedThread own(Visitor visitor, UUID id) {
    return threads
        .find(new AccountId(visitor.accountId()), new ThreadId(id))
        .orElseThrow(NotFound::new);
  }

  private Letter delivery(Visitor visitor, OpenedThread thread, UUID letter) {
    return messages
        .find(new AccountId(visitor.accountId()), thread.id(), letter)
        .filter(found -> found.kind() == MessageKind.FORMAL)
        .orElseThrow(NotFound::new);
  }

  private static String back(UUID id, UUID letter) {
    return "redirect:/mitteilungen/" + id + "#" + letter;
  }
}
