package ch.meinkonto.statistics;

import ch.meinkonto.platform.web.PublicPaths;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {

  /** Nothing in it is about a person: everybody may see it. */
  @Bean
  PublicPaths statisticsPaths() {
    return () -> List.of("/zahlen", "/zahlen/tabelle/*", "/zahlen/daten", "/zahlen/daten/*");
  }

  @Bean
  RecurringTask<Void> publishStatistics(Publication publication) {
    return Tasks.recurring("statistics-publish", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> publication.publish());
  }
}
