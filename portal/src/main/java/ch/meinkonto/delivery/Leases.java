package ch.meinkonto.delivery;

import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.LeaseRequest;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.directory.UnitId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lends deliveries to a unit that comes for them. */
@Component
class Leases {

  /** From one part to the next, however slow the line is. */
  private static final Duration WHILE_FETCHING = Duration.ofMinutes(2);

  private final Claims claims;
  private final Items items;
  private final Cargo cargo;
  private final LeaseTokens tokens;
  private final Bell bell;
  private final Clock clock;

  Leases(Claims claims, Items items, Cargo cargo, LeaseTokens tokens, Bell bell, Clock clock) {
    this.claims = claims;
    this.items = items;
    this.cargo = cargo;
    this.tokens = tokens;
    this.bell = bell;
    this.clock = clock;
  }

  /** What is due for the unit; when nothing is, waits for it as long as the unit asks. */
  List<Delivery> take(UnitId unit, LeaseRequest ask) throws InterruptedException {
    var end = System.nanoTime() + Duration.ofSeconds(ask.waitSeconds()).toNanos();
    while (true) {
      var rung = bell.count(unit);
      var claimed = claims.claim(unit, ask.max(), Duration.ofSeconds(ask.leaseSeconds()));
      var left = Duration.ofNanos(end - System.nanoTime());
      if (!claimed.isEmpty() || bell.closed() || left.toMillis() <= 0) {
        return claimed.stream().map(this::describe).flatMap(Optional::stream).toList();
      }
      bell.await(unit, rung, left);
    }
  }

  /**
   * The delivery that the unit holds under this lease.
   *
   * @throws Refusal when there is no such delivery for the unit, or the lease is lost
   */
  Item held(UnitId unit, DeliveryId id, String token) {
    var item =
        items
            .find(id)
            .filter(found -> found.unit().equals(unit))
            .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    if (item.state() != Item.State.OPEN
        || !item.leased()
        || !item.dueAt().isAfter(clock.instant())
        || !tokens.fits(item, token)) {
      throw new Refusal(ProblemType.LEASE_LOST);
    }
    return item;
  }

  /** The same, of which a part is fetched: whoever still fetches keeps the lease. */
  Item fetched(UnitId unit, DeliveryId id, String token) {
    var item = held(unit, id, token);
    var least = clock.instant().plus(WHILE_FETCHING).truncatedTo(ChronoUnit.MICROS);
    if (item.dueAt().isBefore(least)) {
      items.prolong(item, least);
    }
    return item;
  }

  private Optional<Delivery> describe(Item item) {
    return cargo
        .find(item.submission())
        .map(consignment ->
            new Delivery(
                item.id(),
                tokens.of(item),
                item.dueAt(),
                item.attempt(),
                consignment.envelope(),
                consignment.parts(),
                consignment.receipt()));
  }
}
