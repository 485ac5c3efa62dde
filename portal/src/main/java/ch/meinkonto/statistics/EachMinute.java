package ch.meinkonto.statistics;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Puts down each minute, and when the node stops, what it has counted in memory. */
@Component
@ConditionalOnWebApplication
class EachMinute implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EachMinute.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MinuteTally minutes;
  private final ActiveAccounts active;
  private volatile boolean running;

  EachMinute(MinuteTally minutes, ActiveAccounts active) {
    this.minutes = minutes;
    this.active = active;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("statistics-minute").start(this::watch);
  }

  private void watch() {
    while (running) {
      try {
        Thread.sleep(MINUTE);
        flush();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void flush() {
    try {
      minutes.flush();
      active.flush();
    } catch (RuntimeException e) {
      log.warn("What was counted could not be put down; it will be in a minute", e);
    }
  }

  @Override
  public void stop() {
    running = false;
    flush();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
