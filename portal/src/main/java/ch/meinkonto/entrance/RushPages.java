package ch.meinkonto.entrance;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.operations.DeskSection;
import ch.meinkonto.operations.FreshProof;
import ch.meinkonto.operations.Role;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
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

/** Plans rushes, watches them, and opens or closes the door. */
@Controller
@RequestMapping(RushPages.PATH)
class RushPages {

  static final String PATH = "/betrieb/andrang";

  private final Planning planning;
  private final RushRows rows;
  private final RushViews views;
  private final ServiceNames names;
  private final EntranceSettings settings;
  private final Texts texts;
  private final Clock clock;

  RushPages(
      Planning planning,
      RushRows rows,
      RushViews views,
      ServiceNames names,
      EntranceSettings settings,
      Texts texts,
      Clock clock) {
    this.planning = planning;
    this.rows = rows;
    this.views = views;
    this.names = names;
    this.settings = settings;
    this.texts = texts;
    this.clock = clock;
  }

  @Bean
  static DeskSection rushSection() {
    return new DeskSection(PATH, "entrance.desk", 35, Set.of(Role.OPERATOR, Role.AUDITOR));
  }

  @GetMapping
  String all(StaffMember who, @ModelAttribute("page") Page page, Model model) {
    mustSee(who);
    model.addAttribute("rushes", views.all(who, page));
    return "entrance/rushes";
  }

  @FreshProof
  @GetMapping("/neu")
  String ask(StaffMember who, @ModelAttribute("page") Page page, Model model) {
    mustOperate(who);
    return form(RushForm.fresh(clock.instant(), settings), new FieldErrors(), page, model);
  }

  @PostMapping
  String plan(
      @ModelAttribute RushForm form,
      StaffMember who,
      @ModelAttribute("page") Page page,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    mustOperate(who);
    var errors = new FieldErrors();
    var plan = form.read(names, clock.instant(), errors);
    if (plan.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(form, errors, page, model);
    }
    var id = planning.plan(who, plan.get());
    Flash.success(redirect, texts, "entrance.planned");
    return "redirect:" + PATH + "/" + id;
  }

  @GetMapping("/{id}")
  String one(
      @PathVariable String id, StaffMember who, @ModelAttribute("page") Page page, Model model) {
    mustSee(who);
    model.addAttribute("rush", views.live(rush(id), who, page));
    return "entrance/rush";
  }

  @PostMapping("/{id}/anhalten")
  String pause(@PathVariable String id, StaffMember who, RedirectAttributes redirect) {
    return act(id, who, Planning.Act.PAUSE, "entrance.done.anhalten", redirect);
  }

  @PostMapping("/{id}/fortsetzen")
  String resume(@PathVariable String id, StaffMember who, RedirectAttributes redirect) {
    return act(id, who, Planning.Act.RESUME, "entrance.done.fortsetzen", redirect);
  }

  @PostMapping("/{id}/alle")
  String letEverybodyIn(@PathVariable String id, StaffMember who, RedirectAttributes redirect) {
    return act(id, who, Planning.Act.EVERYBODY, "entrance.done.alle", redirect);
  }

  @PostMapping("/{id}/beenden")
  String end(@PathVariable String id, StaffMember who, RedirectAttributes redirect) {
    return act(id, who, Planning.Act.END, "entrance.done.beenden", redirect);
  }

  private String act(
      String id, StaffMember who, Planning.Act act, String done, RedirectAttributes redirect) {
    mustOperate(who);
    var rush = rush(id);
    if (planning.act(who, rush, act)) {
      Flash.success(redirect, texts, done);
    } else {
      Flash.warning(redirect, texts, "entrance.done.already");
    }
    return "redirect:" + PATH + "/" + rush.id();
  }

  private String form(RushForm form, FieldErrors errors, Page page, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("services", names.all(page));
    model.addAttribute("errors", errors);
    return "entrance/rush-new";
  }

  private Rush rush(String id) {
    try {
      return rows.find(UUID.fromString(id)).orElseThrow(NotFound::new);
    } catch (IllegalArgumentException notAnId) {
      throw new NotFound();
    }
  }

  private static void mustSee(StaffMember who) {
    if (!who.seesAll()) {
      throw new NotFound();
    }
  }

  private static void mustOperate(StaffMember who) {
    if (!who.operates()) {
      throw new NotFound();
    }
  }
}
