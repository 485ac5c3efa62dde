package ch.meinkonto.notification;

import ch.meinkonto.notification.SmsGateway.Outcome;
import ch.meinkonto.notification.SmsOutbox.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hands text messages that wait to the gateway, as long as they are worth something. No transaction
 * and no connection is held meanwhile.
 */
@Component
class SmsPostman {

  private static final Logger LOG = LoggerFactory.getLogger(SmsPostman.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final SmsOutbox outbox;
  private final ObjectProvider<SmsGateway> gateway;
  private final Clock clock;

  SmsPostman(SmsOutbox outbox, ObjectProvider<SmsGateway> gateway, Clock clock) {
    this.outbox = outbox;
    this.gateway = gateway;
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
        LOG.warn("The text message {} was not sent: given up", id);
      }
    }
    return again;
  }

  private Outcome handOver(Waiting waiting) {
    return gateway.stream()
        .findFirst()
        .map(carrier -> carrier.send(waiting.message()))
        .orElse(Outcome.REFUSED);
  }

  private Optional<Instant> again(Waiting waiting) {
    var now = clock.instant();
    var waited = Duration.between(waiting.createdAt(), now);
    var again = now.plus(waited.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : waited);
    return Optional.of(again).filter(waiting.sendUntil()::isAfter);
  }
}
