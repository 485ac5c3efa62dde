package ch.meinkonto.delivery;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.FreshProof;
import ch.meinkonto.operations.Names;
import ch.meinkonto.operations.Proposals;
import ch.meinkonto.operations.Reason;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
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

/** Proposes to offer everything again that lies aside at a unit. */
@Controller
@RequestMapping(UnitDeskPages.PATH + "/{id}/alles-erneut-anbieten")
class ReplayPages {

  private final Proposals proposals;
  private final Names names;
  private final Texts texts;

  ReplayPages(Proposals proposals, Names names, Texts texts) {
    this.proposals = proposals;
    this.names = names;
    this.texts = texts;
  }

  @FreshProof
  @GetMapping
  String ask(
      @PathVariable String id, StaffMember who, @ModelAttribute("page") Page page, Model model) {
    return form(UnitDeskPages.unit(id, who), "", new FieldErrors(), page, model);
  }

  @PostMapping
  String propose(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      StaffMember who,
      @ModelAttribute("page") Page page,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var unit = UnitDeskPages.unit(id, who);
    var errors = new FieldErrors();
    var why = Reason.of(reason, errors);
    if (!errors.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(unit, why, errors, page, model);
    }
    if (proposals.propose(who, Replays.CODE, unit, "", why).isPresent()) {
      Flash.success(redirect, texts, "delivery.proposed");
    } else {
      Flash.warning(redirect, texts, "delivery.proposed-already");
    }
    return "redirect:" + UnitDeskPages.address(unit);
  }

  private String form(UnitId unit, String reason, FieldErrors errors, Page page, Model model) {
    model.addAttribute("unit", unit.value());
    model.addAttribute("name", names.unit(unit.value(), page));
    model.addAttribute("reason", reason);
    model.addAttribute("errors", errors);
    return "delivery/replay";
  }
}
