package ch.meinkonto.delivery;

import ch.meinkonto.contract.DeliveryId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** For operators: what was set aside, and putting it back. */
@Component
public class Deliveries {

  private final Items items;
  private final Bell bell;
  private final Clock clock;

  Deliveries(Items items, Bell bell, Clock clock) {
    this.items = items;
    this.bell = bell;
    this.clock = clock;
  }

  /** What is set aside, the oldest first. */
  public List<SetAside> setAside() {
    return items.setAside().stream()
        .map(item ->
            new SetAside(
                item.id(), item.unit().value(), String.valueOf(item.reason()), item.createdAt()))
        .toList();
  }

  /** Offers a delivery again that was set aside; false when it is not set aside. */
  public boolean putBack(DeliveryId id) {
    var back = items.putBack(id, clock.instant());
    if (back) {
      items.find(id).ifPresent(item -> bell.ring(item.unit()));
    }
    return back;
  }

  /**
   * A delivery that waits for an operator.
   *
   * @param reason a code
   */
  public record SetAside(DeliveryId id, String unit, String reason, Instant since) {}
}
