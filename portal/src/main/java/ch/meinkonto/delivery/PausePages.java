package ch.meinkonto.delivery;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.FreshProof;
import ch.meinkonto.operations.Names;
import ch.meinkonto.operations.Reason;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pauses a unit, and resumes it. */
@Controller
@RequestMapping(UnitDeskPages.PATH + "/{id}")
class PausePages {

  private final Pausing pausing;
  private final Names names;
  private final Texts texts;

  PausePages(Pausing pausing, Names names, Texts texts) {
    this.pausing = pausing;
    this.names = names;
    this.texts = texts;
  }

  @FreshProof
  @GetMapping("/anhalten")
  String ask(
      @PathVariable String id, StaffMember who, @ModelAttribute("page") Page page, Model model) {
    var unit = UnitDeskPages.unit(id, who);
    return form(unit, PauseLength.HOURS_4.code(), "", new FieldErrors(), page, model);
  }

  @PostMapping("/anhalten")
  String pause(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String length,
      @RequestParam(defaultValue = "") String reason,
      StaffMember who,
      @ModelAttribute("page") Page page,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var unit = UnitDeskPages.unit(id, who);
    var errors = new FieldErrors();
    var chosen = PauseLength.of(length);
    errors.addIf(chosen.isEmpty(), "length", "delivery.pause.fault.length");
    var why = Reason.of(reason, errors);
    if (chosen.isEmpty() || !errors.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(unit, length, why, errors, page, model);
    }
    switch (pausing.pause(who, unit, chosen.get(), why)) {
      case PAUSED -> Flash.success(redirect, texts, "delivery.pause.done");
      case PROPOSED -> Flash.success(redirect, texts, "delivery.proposed");
      case WAITS_ALREADY -> Flash.warning(redirect, texts, "delivery.proposed-already");
    }
    return "redirect:" + UnitDeskPages.address(unit);
  }

  @PostMapping("/fortsetzen")
  String resume(@PathVariable String id, StaffMember who, RedirectAttributes redirect) {
    var unit = UnitDeskPages.unit(id, who);
    if (pausing.resume(who, unit)) {
      Flash.success(redirect, texts, "delivery.resume.done");
    } else {
      Flash.warning(redirect, texts, "delivery.resume.not-paused");
    }
    return "redirect:" + UnitDeskPages.address(unit);
  }

  private String form(
      UnitId unit, String length, String reason, FieldErrors errors, Page page, Model model) {
    model.addAttribute("unit", unit.value());
    model.addAttribute("name", names.unit(unit.value(), page));
    model.addAttribute("lengths", lengths(page));
    model.addAttribute("length", length);
    model.addAttribute("reason", reason);
    model.addAttribute("errors", errors);
    return "delivery/pause";
  }

  private static List<Map.Entry<String, String>> lengths(Page page) {
    return PauseLength.all().stream()
        .map(one -> Map.entry(one.code(), page.text("delivery.pause.length." + one.code())))
        .toList();
  }
}
