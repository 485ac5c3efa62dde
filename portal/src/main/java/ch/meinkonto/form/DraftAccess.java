package ch.meinkonto.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets those to their draft who have its key; all others see a friendly page that tells nothing of
 * the draft.
 */
@Component
class DraftAccess {

  private final Drafts drafts;
  private final Forms forms;
  private final ObjectProvider<SubmissionTarget> target;

  DraftAccess(Drafts drafts, Forms forms, ObjectProvider<SubmissionTarget> target) {
    this.drafts = drafts;
    this.forms = forms;
    this.target = target;
  }

  /** The page for who has the key, or where else to go. */
  String open(
      UUID id,
      HttpServletRequest request,
      HttpServletResponse response,
      BiFunction<Draft, ServiceForm, String> page) {
    return switch (drafts.find(id, DraftCookies.key(request))) {
      case Drafts.Found.Open(var draft) ->
          forms
              .find(draft.service())
              .map(service -> page.apply(draft, service))
              .orElseGet(() -> erased(response));
      case Drafts.Found.Sent(var next) -> onward(next, request, response);
      case Drafts.Found.Erased erased -> erased(response);
      case Drafts.Found.Locked locked -> {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        yield "form/locked";
      }
    };
  }

  /** Whoever has the key of what was sent goes on where its sender does. */
  String onward(String next, HttpServletRequest request, HttpServletResponse response) {
    target.getObject().letIn(URI.create(next), request, response);
    return "redirect:" + next;
  }

  private static String erased(HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    return "form/erased";
  }
}
