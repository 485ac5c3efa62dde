package ch.meinkonto.catalogue;

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

/** Forgets disturbances that have long been over. */
@Configuration(proxyBeanMethods = false)
class DisturbanceErasure {

  private static final Duration REMEMBERED = Duration.ofDays(90);

  @Bean
  RecurringTask<Void> forgetDisturbances(JdbcClient jdbc, Clock clock) {
    return Tasks.recurring("catalogue-forget-disturbances", FixedDelay.of(Duration.ofHours(6)))
        .execute((_, _) ->
            Erasure.erase(
                jdbc,
                "catalogue_disturbance",
                "id",
                "ends",
                clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC)));
  }
}
