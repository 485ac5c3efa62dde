package ch.meinkonto.entrance;

import ch.meinkonto.platform.job.Pulse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** The pulse of the waiting room at this node. */
@Component
@ConditionalOnWebApplication
class EachSecond extends Pulse {

  private static final Logger log = LoggerFactory.getLogger(EachSecond.class);

  private final Steps steps;
  private boolean failed;

  EachSecond(Steps steps) {
    super("entrance-second", Duration.ofSeconds(1));
    this.steps = steps;
  }

  @Override
  protected void beat() {
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
}
