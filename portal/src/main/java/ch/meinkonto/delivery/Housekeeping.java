package ch.meinkonto.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what deliveries no longer need. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

  @Bean
  RecurringTask<Void> forgetDeliveries(
      Items items,
      HeardEvents events,
      Assertions assertions,
      DeliverySettings settings,
      Clock clock) {
    return Tasks.recurring("delivery-forget", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> {
          var before = clock.instant().minus(settings.remember());
          items.forget(before);
          events.forget(before);
          assertions.forget(clock.instant());
        });
  }
}
