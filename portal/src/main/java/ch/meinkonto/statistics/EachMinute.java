package ch.meinkonto.statistics;

import ch.meinkonto.platform.job.Pulse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Puts down each minute, and when the node stops, what it has counted in memory. */
@Component
@ConditionalOnWebApplication
class EachMinute extends Pulse {

  private static final Logger log = LoggerFactory.getLogger(EachMinute.class);

  private final MinuteTally minutes;
  private final ActiveAccounts active;

  EachMinute(MinuteTally minutes, ActiveAccounts active) {
    super("statistics-minute", Duration.ofMinutes(1));
    this.minutes = minutes;
    this.active = active;
  }

  @Override
  protected void beat() {
    try {
      minutes.flush();
      active.flush();
    } catch (RuntimeException e) {
      log.warn("What was counted could not be put down; it will be in a minute", e);
    }
  }

  @Override
  public synchronized void stop() {
    super.stop();
    beat();
  }
}
