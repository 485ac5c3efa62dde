package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.Handover;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes due deliveries out of the others' reach for a while: one short transaction. */
@Component
class Claims {

  private final Items items;
  private final Handover handover;
  private final Clock clock;

  Claims(Items items, Handover handover, Clock clock) {
    this.items = items;
    this.handover = handover;
    this.clock = clock;
  }

  @Transactional
  List<Item> claim(UnitId unit, int max, Duration time) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var claimed = items.claim(unit, max, now, now.plus(time));
    var begun =
        claimed.stream()
            .filter(item -> item.isRequest() && item.attempt() == 1)
            .map(Item::request)
            .toList();
    if (!begun.isEmpty()) {
      handover.fetched(begun);
    }
    return claimed;
  }
}
