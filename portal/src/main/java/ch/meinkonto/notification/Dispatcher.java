package ch.meinkonto.notification;

import ch.meinkonto.notification.Dispatches.Waiting;
import ch.meinkonto.notification.Gateway.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands over what waits, as long as it is worth something. No transaction and no connection is held
 * meanwhile.
 */
@Component
class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final Dispatches outbox;
  private final Gateways gateways;
  private final Clock clock;

  Dispatcher(Dispatches outbox, Gateways gateways, Clock clock) {
    this.outbox = outbox;
    this.gateways = gateways;
    this.clock = clock;
  }

  /**
   * Sends it.
   *
   * @return when to try again, twice as long after the beginning as now; empty when it is done
   */
  Optional<Instant> send(UUID id) {
    var waiting = outbox.find(id).orElse(null);
    if (waiting == null) {
      return Optional.empty();
    }
    var outcome = clock.instant().isBefore(waiting.sendUntil()) ? handOver(waiting) : Outcome.LATER;
    var again = outcome == Outcome.LATER ? again(waiting) : Optional.<Instant>empty();
    if (again.isEmpty()) {
      outbox.erase(id);
      if (outcome != Outcome.TAKEN) {
        LOG.warn("{} {} was not sent: given up", waiting.carrier(), id);
      }
    }
    return again;
  }

  private Outcome handOver(Waiting waiting) {
    return gateways
        .of(waiting.carrier())
        .map(gateway -> gateway.send(waiting.parcel()))
        .orElse(Outcome.REFUSED);
  }

  private Optional<Instant> again(Waiting waiting) {
    var now = clock.instant();
    var waited = Duration.between(waiting.createdAt(), now);
    var again = now.plus(waited.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : waited);
    return Optional.of(again).filter(waiting.sendUntil()::isAfter);
  }
}
