package ch.meinkonto.conformance;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erases what was made up a day ago. */
@Configuration(proxyBeanMethods = false)
class ConformanceErasure {

  @Bean
  RecurringTask<Void> eraseConformance(Run run) {
    return Tasks.recurring("conformance-erase", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> run.erase());
  }
}
