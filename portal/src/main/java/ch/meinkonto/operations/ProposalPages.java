package ch.meinkonto.operations;

import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for a second pair of eyes. */
@Controller
@RequestMapping(ProposalPages.PATH)
class ProposalPages {

  static final String PATH = DeskDoor.PATH + "/vorschlaege";

  private final Proposals proposals;
  private final Names names;
  private final Texts texts;
  private final Clock clock;

  ProposalPages(Proposals proposals, Names names, Texts texts, Clock clock) {
    this.proposals = proposals;
    this.names = names;
    this.texts = texts;
    this.clock = clock;
  }

  @Bean
  static DeskSection proposalSection() {
    return DeskSection.forAll(PATH, "operations.proposals", 50);
  }

  @GetMapping
  String all(StaffMember who, @ModelAttribute("page") Page page, Model model) {
    var views = proposals.latest(who).stream().map(one -> view(one, who, page)).toList();
    model.addAttribute("open", having(views, true));
    model.addAttribute("decided", having(views, false));
    return "operations/proposals";
  }

  @PostMapping("/{id}/bestaetigen")
  String confirm(@PathVariable String id, StaffMember who, RedirectAttributes redirect) {
    return tell(proposals.confirm(who, uuid(id)), "operations.proposal.done", redirect);
  }

  @PostMapping("/{id}/ablehnen")
  String decline(@PathVariable String id, StaffMember who, RedirectAttributes redirect) {
    return tell(proposals.decline(who, uuid(id)), "operations.proposal.declined", redirect);
  }

  private String tell(Proposals.Outcome outcome, String done, RedirectAttributes redirect) {
    switch (outcome) {
      case DONE -> Flash.success(redirect, texts, done);
      case OWN -> Flash.warning(redirect, texts, "operations.proposal.own");
      case OVER -> Flash.warning(redirect, texts, "operations.proposal.over");
      case UNKNOWN -> throw new NotFound();
    }
    return "redirect:" + PATH;
  }

  private ProposalView view(Proposal one, StaffMember who, Page page) {
    var act = proposals.act(one.act());
    var state =
        one.state() == Proposal.State.OPEN && !one.expiresAt().isAfter(clock.instant())
            ? Proposal.State.EXPIRED
            : one.state();
    var open = state == Proposal.State.OPEN;
    var decider = one.decidedBy();
    var decidedAt = one.decidedAt();
    return new ProposalView(
        one.id(),
        page.text(act.text(), names.unit(one.unit(), page), act.shown(one.detail(), page)),
        one.reason(),
        page.text(
            "operations.proposal.by",
            names.staff(one.proposedBy(), page),
            page.formats().moment(one.proposedAt())),
        page.formats().moment(one.expiresAt()),
        state,
        decider == null || decidedAt == null
            ? null
            : page.text(
                "operations.proposal.by",
                names.staff(decider, page),
                page.formats().moment(decidedAt)),
        one.by(who),
        open && who.operates() && !one.by(who),
        open && (who.operates() || one.by(who)));
  }

  private static List<ProposalView> having(List<ProposalView> views, boolean open) {
    return views.stream().filter(one -> (one.state() == Proposal.State.OPEN) == open).toList();
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw new NotFound();
    }
  }
}
