package ch.meinkonto.operations;

import ch.meinkonto.platform.database.Erasure;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closes proposals that nobody confirmed, and forgets old ones: the audit keeps what was done. */
@Configuration(proxyBeanMethods = false)
class OperationsJobs {

  private static final Duration REMEMBERED = Duration.ofDays(90);

  @Bean
  RecurringTask<Void> expireProposals(Proposals proposals, JdbcClient jdbc, Clock clock) {
    return Tasks.recurring("operations-expire", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> {
          proposals.expire();
          var before = clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC);
          Erasure.erase(jdbc, "operations_proposal", "id", "expires_at", before);
        });
  }
}
