package ch.meinkonto.notification;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a mail cannot be sent: again after a while, longer each time, spread so that
 * not all come at once when the mail server is back; after two days it is given up.
 */
final class Backoff implements FailureHandler<Void> {

  static final Duration FIRST = Duration.ofSeconds(10);
  static final Duration LONGEST = Duration.ofHours(1);
  static final Duration GIVEN_UP_AFTER = Duration.ofDays(2);
  private static final Logger log = LoggerFactory.getLogger(Backoff.class);

  private final Outbox outbox;
  private final Clock clock;

  Backoff(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void onFailure(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    var id = UUID.fromString(failed.getExecution().taskInstance.getId());
    var now = clock.instant();
    if (outbox.waitsSinceBefore(id, now.minus(GIVEN_UP_AFTER))) {
      log.warn("Notice {} could not be sent for {}: given up", id, GIVEN_UP_AFTER);
      outbox.erase(id);
      operations.stop();
      return;
    }
    var pause = jittered(pause(failed.getExecution().consecutiveFailures));
    log.info("Notice {} could not be sent; next try in {} s", id, pause.toSeconds());
    operations.reschedule(failed, now.plus(pause));
  }

  /** Without the jitter: doubles each time, up to the longest. */
  static Duration pause(int earlierFailures) {
    var doubled = FIRST.multipliedBy(1L << Math.min(earlierFailures, 20));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  private static Duration jittered(Duration pause) {
    return Duration.ofMillis(
        ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis() + 1));
  }
}
