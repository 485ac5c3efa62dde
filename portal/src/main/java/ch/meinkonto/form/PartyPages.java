package ch.meinkonto.form;

import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one says for whom one fills in a form: for oneself, or by a mandate. */
@Controller
class PartyPages {

  static final String PAGE = "/fuer-wen";
  static final String THEMSELVES = "mich";

  private final DraftAccess access;
  private final Parties parties;

  PartyPages(DraftAccess access, Parties parties) {
    this.access = access;
    this.parties = parties;
  }

  @GetMapping("/antrag/{id}" + PAGE)
  String ask(
      @PathVariable UUID id,
      Optional<Visitor> visitor,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return access.open(
        id,
        request,
        response,
        (draft, service) ->
            visitor.isEmpty()
                ? "redirect:/anmelden?weiter=" + draft.address() + PAGE
                : page(draft, service, visitor, false, model));
  }

  @PostMapping("/antrag/{id}" + PAGE)
  String choose(
      @PathVariable UUID id,
      @RequestParam(name = "fuer", required = false) @Nullable String whom,
      Optional<Visitor> visitor,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return access.open(
        id,
        request,
        response,
        (draft, service) -> {
          if (visitor.isEmpty()) {
            return "redirect:/anmelden?weiter=" + draft.address() + PAGE;
          }
          var chosen =
              parties.choices(service, visitor).stream()
                  .filter(choice -> choice.mandate().toString().equals(whom))
                  .findFirst();
          if (chosen.isPresent()) {
            parties.fillFor(draft, chosen.get(), visitor.get());
          } else if (THEMSELVES.equals(whom)) {
            parties.fillForThemselves(draft);
          } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(draft, service, visitor, true, model);
          }
          return "redirect:" + draft.address();
        });
  }

  private String page(
      Draft draft, ServiceForm service, Optional<Visitor> visitor, boolean wrong, Model model) {
    var party = parties.of(draft, visitor);
    model.addAttribute("draft", draft.address());
    model.addAttribute("service", service.name());
    model.addAttribute("choices", parties.choices(service, visitor));
    model.addAttribute("chosen", chosen(party));
    model.addAttribute("over", party instanceof Party.Over);
    model.addAttribute("wrong", wrong);
    return "form/party";
  }

  private static String chosen(Party party) {
    return switch (party) {
      case Party.Other(_, var represented) -> represented.mandate().toString();
      case Party.Themselves(_), Party.Unknown(), Party.Over() -> "";
    };
  }
}
