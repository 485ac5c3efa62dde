package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a form begins, and where it ends without having been sent. */
@Controller
class DraftStart {

  private final Forms forms;
  private final Drafts drafts;
  private final DraftAccess access;
  private final DraftOffers offers;
  private final FormLimits limits;
  private final Parties parties;

  DraftStart(
      Forms forms,
      Drafts drafts,
      DraftAccess access,
      DraftOffers offers,
      FormLimits limits,
      Parties parties) {
    this.forms = forms;
    this.drafts = drafts;
    this.access = access;
    this.offers = offers;
    this.limits = limits;
    this.parties = parties;
  }

  /** Begins a draft; who has begun one in this browser goes on with that. */
  @PostMapping(path = "/dienste/{service}/antrag", params = "!angebot")
  String begin(
      @PathVariable String service,
      @RequestParam(name = "neu", defaultValue = "false") boolean afresh,
      Optional<Visitor> visitor,
      HttpServletRequest request,
      HttpServletResponse response) {
    var form = form(forms, service);
    if (form.form().booking().isPresent()) {
      return "redirect:/dienste/" + service + "/angebote";
    }
    var begun = DraftCookies.begun(request).filter(id -> !afresh && drafts.isOpen(id));
    if (begun.isPresent()) {
      return "redirect:/antrag/" + begun.get() + "?wieder";
    }
    limits.take(FormLimits.DRAFTS, request);
    var draft = drafts.begin(new ServiceId(form.form().service().id()), Map.of());
    DraftCookies.give(draft, request, response);
    return parties.choices(form, visitor).isEmpty()
        ? "redirect:" + draft.address() + "/" + form.form().steps().getFirst().id()
        : "redirect:" + draft.address() + PartyPages.PAGE;
  }

  /** Somebody reloaded, or came by a link: the service’s page explains and begins. */
  @GetMapping("/dienste/{service}/antrag")
  String explain(@PathVariable String service) {
    return "redirect:/dienste/" + form(forms, service).form().service().id();
  }

  static ServiceForm form(Forms forms, String service) {
    if (!Slug.fits(service)) {
      throw new NotFound();
    }
    return forms.find(new ServiceId(service)).orElseThrow(NotFound::new);
  }

  /** Goes on where something is missing still. */
  @GetMapping("/antrag/{id}")
  String resume(
      @PathVariable UUID id,
      @RequestParam(name = "wieder", required = false) String again,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return access.open(
        id,
        request,
        response,
        (draft, service) -> {
          var next = next(draft, service);
          if (again == null) {
            return "redirect:" + next;
          }
          model.addAttribute("draft", draft.address());
          model.addAttribute("service", draft.service().value());
          model.addAttribute("name", service.name());
          model.addAttribute("next", next);
          return "form/resume";
        });
  }

  private String next(Draft draft, ServiceForm service) {
    var assessment = forms.assess(service.form(), draft.givenWithUploads());
    return assessment.steps().stream()
        .filter(step -> !assessment.problemsOf(step).isEmpty())
        .findFirst()
        .map(step -> draft.address() + "/" + step.id())
        .orElse(draft.address() + "/pruefen");
  }

  @GetMapping("/antrag/{id}/loeschen")
  String askToDelete(
      @PathVariable UUID id,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return access.open(
        id,
        request,
        response,
        (draft, service) -> {
          model.addAttribute("draft", draft.address());
          return "form/delete";
        });
  }

  @PostMapping("/antrag/{id}/loeschen")
  String delete(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
    return access.open(
        id,
        request,
        response,
        (draft, service) -> {
          offers.release(draft.id());
          drafts.delete(draft.id());
          DraftCookies.take(draft, request, response);
          return "form/deleted";
        });
  }
}
