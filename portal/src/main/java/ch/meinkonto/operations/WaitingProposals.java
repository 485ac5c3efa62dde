package ch.meinkonto.operations;

import ch.meinkonto.platform.web.Page;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the overview that somebody waits for a second pair of eyes. */
@Component
@Order(50)
class WaitingProposals implements NeedsAttention {

  private final Proposals proposals;

  WaitingProposals(Proposals proposals) {
    this.proposals = proposals;
  }

  @Override
  public List<Attention> look(StaffMember who, Page page) {
    var others = proposals.waiting(who).stream().filter(one -> !one.by(who)).count();
    return others == 0
        ? List.of()
        : List.of(
            new Attention(
                Attention.Urgency.SOON,
                page.text("operations.attention.proposals", others),
                page.text("operations.attention.proposals.text"),
                ProposalPages.PATH));
  }
}
