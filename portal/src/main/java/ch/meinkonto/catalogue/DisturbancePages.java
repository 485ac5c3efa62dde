package ch.meinkonto.catalogue;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.operations.DeskSection;
import ch.meinkonto.operations.FreshProof;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says what does not work, and that it works again. */
@Controller
@RequestMapping(DisturbancePages.PATH)
class DisturbancePages {

  static final String PATH = "/betrieb/stoerungen";

  private final Announcing announcing;
  private final Disturbances disturbances;
  private final Catalogue catalogue;
  private final DisturbanceViews views;
  private final Texts texts;
  private final Clock clock;

  DisturbancePages(
      Announcing announcing,
      Disturbances disturbances,
      Catalogue catalogue,
      DisturbanceViews views,
      Texts texts,
      Clock clock) {
    this.announcing = announcing;
    this.disturbances = disturbances;
    this.catalogue = catalogue;
    this.views = views;
    this.texts = texts;
    this.clock = clock;
  }

  @Bean
  static DeskSection disturbanceSection() {
    return DeskSection.forAll(PATH, "catalogue.disturbances", 30);
  }

  @GetMapping
  String all(StaffMember who, @ModelAttribute("page") Page page, Model model) {
    model.addAttribute(
        "disturbances", disturbances.open().stream().map(one -> views.of(one, who, page)).toList());
    return "catalogue/disturbances";
  }

  @FreshProof
  @GetMapping("/neu")
  String ask(StaffMember who, @ModelAttribute("page") Page page, Model model) {
    var scope = who.seesAll() ? DisturbanceForm.ALL : "";
    return form(DisturbanceForm.fresh(scope, clock.instant()), who, new FieldErrors(), page, model);
  }

  @PostMapping
  String announce(
      @ModelAttribute DisturbanceForm form,
      StaffMember who,
      @ModelAttribute("page") Page page,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var errors = new FieldErrors();
    var disturbance = form.read(who, catalogue, clock.instant(), errors);
    if (disturbance.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(form, who, errors, page, model);
    }
    announcing.announce(who, disturbance.get());
    Flash.success(redirect, texts, "catalogue.disturbance.done");
    return "redirect:" + PATH;
  }

  @PostMapping("/{id}/beenden")
  String end(@PathVariable String id, StaffMember who, RedirectAttributes redirect) {
    var disturbance = disturbances.find(uuid(id)).filter(one -> views.endable(one, who));
    announcing.end(who, disturbance.orElseThrow(NotFound::new));
    Flash.success(redirect, texts, "catalogue.disturbance.ended");
    return "redirect:" + PATH;
  }

  private String form(
      DisturbanceForm form, StaffMember who, FieldErrors errors, Page page, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("scopes", views.scopes(who, page));
    model.addAttribute("errors", errors);
    return "catalogue/disturbance";
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw new NotFound();
    }
  }
}
