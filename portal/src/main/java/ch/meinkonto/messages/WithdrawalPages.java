package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.Forms;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.WithdrawalOutcome;
import jakarta.servlet.http.HttpServletResponse;
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

/** A resident takes a request back. */
@Controller
class WithdrawalPages {

  static final int LONGEST = 2000;

  private final Threads threads;
  private final Requests requests;
  private final Forms forms;
  private final CityNames names;
  private final Texts texts;

  WithdrawalPages(Threads threads, Requests requests, Forms forms, CityNames names, Texts texts) {
    this.threads = threads;
    this.requests = requests;
    this.forms = forms;
    this.names = names;
    this.texts = texts;
  }

  @GetMapping("/mitteilungen/{id}/zurueckziehen")
  String ask(
      Visitor visitor,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      Model model,
      RedirectAttributes redirect) {
    var thread = own(visitor, id);
    if (!RequestEnvelope.withdrawable(thread.state())) {
      Flash.warning(redirect, texts, "messages.withdraw.too-late");
      return back(id);
    }
    model.addAttribute("withdrawal", view(thread, "", new FieldErrors(), null, page));
    return "messages/withdraw";
  }

  @PostMapping("/mitteilungen/{id}/zurueckziehen")
  String withdraw(
      Visitor visitor,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(name = "bemerkung", defaultValue = "") String typed,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var thread = own(visitor, id);
    var words = PlainText.clean(typed);
    if (words.length() > LONGEST) {
      response.setStatus(422);
      var errors = new FieldErrors().add("bemerkung", "messages.withdraw.too-long");
      model.addAttribute("withdrawal", view(thread, typed, errors, null, page));
      return "messages/withdraw";
    }
    switch (requests.withdraw(thread.request(), words)) {
      case WithdrawalOutcome.Withdrawn(boolean unseen) ->
          Flash.success(
              redirect, texts, unseen ? "messages.withdraw.unseen" : "messages.withdraw.done");
      case WithdrawalOutcome.TooLate() ->
          Flash.warning(redirect, texts, "messages.withdraw.too-late");
      case WithdrawalOutcome.UnitCannotReceive() -> {
        response.setStatus(503);
        var problem = page.text("messages.withdraw.unit-cannot");
        model.addAttribute("withdrawal", view(thread, typed, new FieldErrors(), problem, page));
        return "messages/withdraw";
      }
    }
    return back(id);
  }

  private OpenedThread own(Visitor visitor, UUID id) {
    return threads
        .find(new AccountId(visitor.accountId()), new ThreadId(id))
        .orElseThrow(NotFound::new);
  }

  private static String back(UUID id) {
    return "redirect:/mitteilungen/" + id;
  }

  private WithdrawalView view(
      OpenedThread thread, String words, FieldErrors errors, @Nullable String problem, Page page) {
    return new WithdrawalView(
        "/mitteilungen/" + thread.id(),
        names.service(thread.subject(), page.locale()),
        names.unit(thread.subject(), page.locale()),
        thread.subject().reference(),
        thread.state() != RequestState.RECEIVED && thread.state() != RequestState.FETCHED,
        costs(thread),
        words,
        errors,
        problem);
  }

  private boolean costs(OpenedThread thread) {
    return forms
        .form(new ServiceId(thread.subject().service()))
        .flatMap(Form::booking)
        .filter(booking -> !booking.cancelling().isEmpty())
        .isPresent();
  }
}
