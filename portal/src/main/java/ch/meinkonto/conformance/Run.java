package ch.meinkonto.conformance;

import ch.meinkonto.directory.UnitId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to a unit this time. */
@Component
class Run {

  static final Duration KEPT = Duration.ofDays(1);

  private final SentItems items;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Run(SentItems items, ApplicationEventPublisher events, Clock clock) {
    this.items = items;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public void begin(UnitId unit, List<Sent.Ready> all) {
    items.alone(unit);
    erased(items.erase(unit));
    all.forEach(this::send);
  }

  /** Something more about what was sent before, in the caller's transaction. */
  void send(Sent.Ready one) {
    items.add(one, clock.instant());
    var envelope = one.sealed().envelope();
    events.publishEvent(
        new TestDeliverySent(
            envelope.submissionId().value(),
            envelope.requestId().value(),
            envelope.service(),
            envelope.unit()));
  }

  List<Sent> of(UnitId unit) {
    return items.of(unit);
  }

  @Transactional
  public void erase() {
    erased(items.erase(clock.instant().minus(KEPT)));
  }

  private void erased(List<UUID> requests) {
    if (!requests.isEmpty()) {
      events.publishEvent(new TestDeliveriesErased(requests));
    }
  }
}
