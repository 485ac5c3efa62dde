package ch.meinkonto.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What leaves the house: stored in the caller's transaction and handed over right after it, beside
 * the request.
 */
@Component
class Outgoing {

  private final Dispatches dispatches;
  private final Scheduler scheduler;
  private final Clock clock;

  Outgoing(Dispatches dispatches, Scheduler scheduler, Clock clock) {
    this.dispatches = dispatches;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Hands it over once the caller's transaction is through. */
  @Transactional
  public void add(Carrier carrier, Map<String, String> values, Instant sendUntil) {
    var id = dispatches.add(carrier, values, sendUntil);
    scheduler.schedule(
        DispatchConfiguration.TASK.instance(id.toString()).scheduledTo(clock.instant()));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }
}
