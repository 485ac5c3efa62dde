package ch.meinkonto.entrance;

import ch.meinkonto.operations.Attention;
import ch.meinkonto.operations.Attention.Urgency;
import ch.meinkonto.operations.NeedsAttention;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Page;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the overview that a rush is under way. */
@Component
@Order(5)
class RushAttention implements NeedsAttention {

  private final RushRows rows;
  private final ServiceNames names;
  private final Clock clock;

  RushAttention(RushRows rows, ServiceNames names, Clock clock) {
    this.rows = rows;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public List<Attention> look(StaffMember who, Page page) {
    if (!who.seesAll()) {
      return List.of();
    }
    var now = clock.instant();
    return rows.open().stream()
        .filter(rush -> rush.plan().gathers(now))
        .map(rush -> attention(rush, page))
        .toList();
  }

  private Attention attention(Rush rush, Page page) {
    var planned = rush.plan().planned();
    return new Attention(
        planned ? Urgency.SOON : Urgency.NOW,
        page.text(
            planned ? "entrance.attention" : "entrance.attention.itself", names.of(rush, page)),
        page.text("entrance.attention.text", Telling.rounded(rush.line().waiting())),
        RushPages.PATH + "/" + rush.id());
  }
}
