package ch.meinkonto.entrance;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The pulse of the waiting room at this node. */
@Component
@ConditionalOnWebApplication
class EachSecond implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EachSecond.class);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Steps steps;
  private volatile boolean running;
  private boolean failed;

  EachSecond(Steps steps) {
    this.steps = steps;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("entrance-second").start(this::beat);
  }

  private void beat() {
    while (running) {
      try {
        Thread.sleep(SECOND);
        step();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void step() {
    try {
      steps.step();
      if (failed) {
        failed = false;
        log.info("The waiting room goes on");
      }
    } catch (RuntimeException e) {
      if (!failed) {
        failed = true;
        log.warn("The waiting room stands still and tries again each second", e);
      }
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
