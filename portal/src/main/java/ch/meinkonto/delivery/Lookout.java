package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.job.Pulse;
import java.time.Clock;
import java.util.HashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for what has become due by time or at another node: one small query each time, for all who
 * wait at this node together. (NOTIFY would be quicker by a blink, but makes commits queue up
 * behind each other, and every request commits.)
 */
@Component
class Lookout extends Pulse {

  private static final Logger log = LoggerFactory.getLogger(Lookout.class);

  private final DueItems due;
  private final Bell bell;
  private final PushTargets pushTargets;
  private final Clock clock;

  Lookout(
      DueItems due, Bell bell, PushTargets pushTargets, DeliverySettings settings, Clock clock) {
    super("delivery-lookout", settings.lookAgain());
    this.due = due;
    this.bell = bell;
    this.pushTargets = pushTargets;
    this.clock = clock;
  }

  @Override
  protected void beat() {
    try {
      look();
    } catch (RuntimeException e) {
      log.warn("Looking for due deliveries failed; looking again soon", e);
    }
  }

  void look() {
    var units = new HashSet<UnitId>(bell.awaited());
    units.addAll(pushTargets.units());
    if (!units.isEmpty()) {
      due.of(units, clock.instant()).forEach(bell::ring);
    }
  }

  /** Stops before the web server waits for its last answers: whoever waits gets one now. */
  @Override
  public synchronized void stop() {
    super.stop();
    bell.close();
  }
}
