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

  private final DueItems due;
  private final Handover handover;
  private final Clock clock;

  Claims(DueItems due, Handover handover, Clock clock) {
    this.due = due;
    this.handover = handover;
    this.clock = clock;
  }

  @Transactional
  List<Item> claim(UnitId unit, int max, Duration time) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var claimed = due.claim(unit, max, now, now.plus(time));
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
