package ch.meinkonto.delivery;

import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.request.Recall;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Calls deliveries back for {@code request}. */
@Component
class Recalls implements Recall {

  private final Items items;
  private final Clock clock;

  Recalls(Items items, Clock clock) {
    this.items = items;
    this.clock = clock;
  }

  @Override
  public Outcome recall(SubmissionId id) {
    return items
        .recall(new DeliveryId(id.value()), clock.instant())
        .map(attempts -> attempts == 0 ? Outcome.UNSEEN : Outcome.STOPPED)
        .orElse(Outcome.UNDER_WAY);
  }
}
