package ch.meinkonto.request;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.platform.web.PublicPaths;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Says that a request could not be sent, that nothing is lost, and how to go on. */
@Controller
class NotSentPage implements PublicPaths {

  private static final String ADDRESS = "/antraege/nicht-gesendet";

  private final Directory directory;

  NotSentPage(Directory directory) {
    this.directory = directory;
  }

  @Override
  public List<String> patterns() {
    return List.of(ADDRESS);
  }

  @GetMapping(ADDRESS)
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  String page(
      @RequestParam("entwurf") UUID draftId,
      @RequestParam(name = "amt", defaultValue = "") String among,
      Locale locale,
      Model model) {
    model.addAttribute("draft", "/antrag/" + draftId + "/pruefen");
    model.addAttribute(
        "unit",
        directory.organisation().units().stream()
            .filter(unit -> unit.id().value().equals(among))
            .map(unit -> unit.name().in(locale))
            .findFirst()
            .orElse(null));
    return "request/not-sent";
  }

  /** Wherever a draft is sent from. */
  @ControllerAdvice
  static class Sending {

    @ExceptionHandler
    String notSent(NotSent notSent) {
      return "redirect:"
          + ADDRESS
          + "?entwurf="
          + notSent.draftId()
          + notSent.among().map(unit -> "&amt=" + unit).orElse("");
    }
  }
}
