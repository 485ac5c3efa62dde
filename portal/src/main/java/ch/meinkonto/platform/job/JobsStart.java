package ch.meinkonto.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Timed work begins once the portal can serve, not before; a command serves nothing. */
@Component
@ConditionalOnWebApplication
class JobsStart {

  private final Scheduler scheduler;

  JobsStart(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    scheduler.start();
  }
}
