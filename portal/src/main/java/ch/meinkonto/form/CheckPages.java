package ch.meinkonto.form;

import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page on which one checks everything, and the button that sends it. */
@Controller
class CheckPages {

  private final DraftAccess access;
  private final Forms forms;
  private final DraftPages pages;
  private final Sending sending;
  private final Requirements requirements;
  private final DraftOffers offers;
  private final Parties parties;

  CheckPages(
      DraftAccess access,
      Forms forms,
      DraftPages pages,
      Sending sending,
      Requirements requirements,
      DraftOffers offers,
      Parties parties) {
    this.access = access;
    this.forms = forms;
    this.pages = pages;
    this.sending = sending;
    this.requirements = requirements;
    this.offers = offers;
    this.parties = parties;
  }

  @GetMapping("/antrag/{id}/pruefen")
  String check(
      @PathVariable UUID id,
      Optional<Visitor> visitor,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return access.open(
        id,
        request,
        response,
        (draft, service) -> {
          var assessment = forms.assess(service.form(), draft.givenWithUploads());
          var party = parties.of(draft, visitor);
          var missing = requirements.of(service, draft, party);
          model.addAttribute("view", pages.check(service, draft, assessment, locale, missing));
          model.addAttribute("activate", requirements.address(missing, draft));
          model.addAttribute("place", offers.view(draft, locale));
          model.addAttribute("party", parties.view(draft, service, party));
          return "form/check";
        });
  }

  /** Sends; a second click, a reload, a second tab lead to where the first one led. */
  @PostMapping("/antrag/{id}/senden")
  String send(
      @PathVariable UUID id,
      Optional<Visitor> visitor,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    return access.open(
        id,
        request,
        response,
        (draft, service) ->
            switch (sending.send(draft, service, locale, visitor)) {
              case Sending.Outcome.Sent(var next) -> {
                DraftCookies.forget(draft.service(), request, response);
                yield access.onward(next, request, response);
              }
              case Sending.Outcome.Unpaid(var pay) -> "redirect:" + pay;
              case Sending.Outcome.NoPlace(var why) ->
                  "redirect:" + draft.address() + "/angebot?nicht=" + why.code();
              case Sending.Outcome.Incomplete incomplete ->
                  "redirect:" + draft.address() + "/pruefen";
              case Sending.Outcome.NotYet(var missing) -> {
                missing.refused().ifPresent(refused -> refused.note(request));
                yield "redirect:" + requirements.address(missing, draft);
              }
            });
  }

  /** Somebody reloaded the address of the button. */
  @GetMapping("/antrag/{id}/senden")
  String back(@PathVariable UUID id) {
    return "redirect:/antrag/" + id + "/pruefen";
  }
}
