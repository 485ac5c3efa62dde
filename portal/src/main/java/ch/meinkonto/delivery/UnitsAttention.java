package ch.meinkonto.delivery;

import ch.meinkonto.operations.Attention;
import ch.meinkonto.operations.Attention.Urgency;
import ch.meinkonto.operations.Names;
import ch.meinkonto.operations.NeedsAttention;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Page;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the overview which units are not well, and why. */
@Component
@Order(10)
class UnitsAttention implements NeedsAttention {

  private final Healths healths;
  private final Names names;

  UnitsAttention(Healths healths, Names names) {
    this.healths = healths;
    this.names = names;
  }

  private record Found(Health health, Health.Trouble trouble) {}

  @Override
  public List<Attention> look(StaffMember who, Page page) {
    return healths.of(who).stream()
        .flatMap(health -> health.troubles().stream().map(trouble -> new Found(health, trouble)))
        .sorted(
            Comparator.comparing(Found::trouble)
                .thenComparing(
                    Comparator.comparingInt((Found found) -> found.health().backlog().all())
                        .reversed()))
        .map(found -> attention(found, page))
        .toList();
  }

  private Attention attention(Found found, Page page) {
    var backlog = found.health().backlog();
    var text = "delivery.trouble." + found.trouble().code();
    return new Attention(
        switch (found.trouble()) {
          case SET_ASIDE, LATE -> Urgency.NOW;
          case FAILING, SILENT, LONG_PAUSED -> Urgency.SOON;
          case PAUSED -> Urgency.TO_KNOW;
        },
        page.text(
            text + ".title",
            names.unit(found.health().unit().value(), page),
            backlog.setAside(),
            backlog.all()),
        page.text(text + ".text"),
        UnitDeskPages.address(found.health().unit()));
  }
}
