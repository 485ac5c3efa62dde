package ch.meinkonto.activation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every hour for what may be forgotten; what it tells is sent by the scheduler itself. */
@Configuration(proxyBeanMethods = false)
class ForgettingTask {

  @Bean
  RecurringTask<Void> eraseActivations(ObjectProvider<Forgetting> forgetting) {
    return Tasks.recurring("activation-erase", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> forgetting.getObject().erase());
  }
}
