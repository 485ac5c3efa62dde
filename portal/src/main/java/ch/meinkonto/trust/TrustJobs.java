package ch.meinkonto.trust;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TrustJobs {

  @Bean
  RecurringTask<Void> sequenceTrustLog(Sequencer sequencer) {
    return Tasks.recurring("trust-sequence", FixedDelay.of(Duration.ofSeconds(5)))
        .execute((_, _) -> sequencer.run());
  }
}
