package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A thread: reading it, putting it away, bringing it back. */
@Controller
class ThreadPages {

  private final Threads threads;
  private final ThreadReading reading;
  private final Texts texts;

  ThreadPages(Threads threads, ThreadReading reading, Texts texts) {
    this.threads = threads;
    this.reading = reading;
    this.texts = texts;
  }

  @GetMapping("/mitteilungen/{id}")
  String show(
      Visitor visitor,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(name = "vor", required = false) @Nullable UUID before,
      Model model) {
    var account = new AccountId(visitor.accountId());
    var thread = threads.find(account, new ThreadId(id)).orElseThrow(NotFound::new);
    model.addAttribute("thread", reading.view(account, thread, before, null, page));
    if (thread.unread() > 0) {
      threads.read(thread.id(), thread.lastMessageId());
    }
    return "messages/thread";
  }

  @PostMapping("/mitteilungen/{id}/ungelesen")
  String unread(Visitor visitor, @PathVariable UUID id, RedirectAttributes redirect) {
    known(threads.unread(new AccountId(visitor.accountId()), new ThreadId(id)));
    Flash.success(redirect, texts, "messages.unread.done");
    return "redirect:/mitteilungen";
  }

  /** Back in the inbox one can undo it at once. */
  @PostMapping("/mitteilungen/{id}/weglegen")
  String archive(Visitor visitor, @PathVariable UUID id) {
    known(threads.archive(new AccountId(visitor.accountId()), new ThreadId(id)));
    return "redirect:/mitteilungen?weggelegt=" + id;
  }

  @PostMapping("/mitteilungen/{id}/zurueckholen")
  String unarchive(Visitor visitor, @PathVariable UUID id, RedirectAttributes redirect) {
    known(threads.unarchive(new AccountId(visitor.accountId()), new ThreadId(id)));
    Flash.success(redirect, texts, "messages.unarchive.done");
    return "redirect:/mitteilungen";
  }

  private static void known(boolean found) {
    if (!found) {
      throw new NotFound();
    }
  }
}
