package ch.meinkonto.mandate;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is over counts no more from that moment on; here it is erased, and the two are told by what
 * the scheduler itself sends.
 */
@Configuration(proxyBeanMethods = false)
class MandateJobs {

  @Bean
  RecurringTask<Void> endMandates(MandateRows rows, ObjectProvider<Mandates> mandates) {
    return Tasks.recurring("mandate-end", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> rows.over().forEach(over -> mandates.getObject().expire(over.id())));
  }
}
