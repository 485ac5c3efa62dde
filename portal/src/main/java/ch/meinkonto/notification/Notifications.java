package ch.meinkonto.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells addresses something: the notice is stored in the caller's transaction and sent soon after,
 * as often as it takes.
 */
@Component
public class Notifications {

  private final Outbox outbox;
  private final Scheduler scheduler;
  private final Clock clock;

  Notifications(Outbox outbox, Scheduler scheduler, Clock clock) {
    this.outbox = outbox;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Sends a notice once the caller's transaction is through; a network error costs nothing. */
  @Transactional
  public void tell(Notice notice) {
    var id = outbox.add(notice);
    scheduler.schedule(Sending.TASK.instance(id.toString()).scheduledTo(clock.instant()));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }
}
