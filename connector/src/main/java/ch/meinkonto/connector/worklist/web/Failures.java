package ch.meinkonto.connector.worklist.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What goes wrong is said in plain words, and never with what was in it. */
@WorklistPage
@ControllerAdvice
@ConditionalOnWebApplication
class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private final Html html;

  Failures(Html html) {
    this.html = html;
  }

  private ResponseEntity<byte[]> page(
      HttpServletRequest request, HttpStatus status, String title, String text) {
    return html.page(status, Frame.of(request, title), "failure", Map.of("text", text));
  }

  @ExceptionHandler
  @Nullable ResponseEntity<byte[]> failed(HttpServletRequest request, Exception failure) {
    return switch (failure) {
      case Visit.NotFound _, NoHandlerFoundException _, NoResourceFoundException _ ->
          notFound(request);
      case Visit.Forbidden _ ->
          page(
              request,
              HttpStatus.FORBIDDEN,
              "Das dürfen Sie hier nicht",
              "Fragen Sie die Person, die Ihre Stelle leitet.");
      case Visits.Shut _ ->
          page(
              request,
              HttpStatus.SERVICE_UNAVAILABLE,
              "Ihre Stelle ist gerade nicht offen",
              "Die Anträge Ihrer Stelle werden im Moment nicht geholt. Fragen Sie die Technik.");
      case MissingServletRequestParameterException _,
          MethodArgumentTypeMismatchException _,
          HttpRequestMethodNotSupportedException _ ->
          page(
              request,
              HttpStatus.BAD_REQUEST,
              "Das haben wir nicht verstanden",
              "Gehen Sie zurück, und versuchen Sie es noch einmal.");
      case MaxUploadSizeExceededException _ ->
          page(
              request,
              HttpStatus.CONTENT_TOO_LARGE,
              "Die Dokumente sind zu gross",
              "Zusammen dürfen sie höchstens 10 MB gross sein. Es wurde nichts gesendet.");
      case AsyncRequestNotUsableException _ -> null; // the browser broke a download off
      case IOException _, UncheckedIOException _ -> {
        log.error(
            "A page could not be made: the disk cannot be read or written ({})",
            failure.getClass().getSimpleName());
        yield page(
            request,
            HttpStatus.SERVICE_UNAVAILABLE,
            "Das geht gerade nicht",
            "Der Speicher antwortet nicht. Was Sie zuletzt gesendet haben, ist vielleicht nicht gespeichert.");
      }
      default -> {
        log.error("A page could not be made", new Where(failure));
        yield page(
            request,
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Da ist etwas schiefgegangen",
            "Versuchen Sie es noch einmal. Wenn es wieder geschieht, sagen Sie es der Technik.");
      }
    };
  }

  private ResponseEntity<byte[]> notFound(HttpServletRequest request) {
    return page(
        request,
        HttpStatus.NOT_FOUND,
        "Das gibt es hier nicht",
        "Vielleicht ist der Fall gelöscht, oder die Adresse stimmt nicht.");
  }

  /** Where it happened, and why, without messages: they may name what somebody wrote. */
  private static final class Where extends Exception {
    private static final long serialVersionUID = 1L;

    Where(Throwable failure) {
      super(
          failure.getClass().getName() + ", message left out",
          failure.getCause() == null ? null : new Where(failure.getCause()));
      setStackTrace(failure.getStackTrace());
    }
  }

  @RequestMapping("/fehler")
  ResponseEntity<byte[]> error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus known = HttpStatus.resolve(status instanceof Integer code ? code : 404);
    if (known == null || known == HttpStatus.NOT_FOUND) {
      return notFound(request);
    }
    return page(
        request,
        known,
        known == HttpStatus.FORBIDDEN ? "Das Formular ist abgelaufen" : "Das geht gerade nicht",
        "Gehen Sie zurück, laden Sie die Seite neu, und versuchen Sie es noch einmal.");
  }
}
