package ch.meinkonto.delivery;

import ch.meinkonto.activation.ActivationsErased;
import ch.meinkonto.conformance.TestDeliveriesErased;
import ch.meinkonto.request.RequestsErased;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Forgets what deliveries no longer need. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

  private final Items items;

  Housekeeping(Items items) {
    this.items = items;
  }

  /** What is erased is not brought to anybody any more. */
  @EventListener
  void on(RequestsErased event) {
    items.forget(event.requestIds());
  }

  @EventListener
  void on(ActivationsErased event) {
    items.forget(event.ids());
  }

  @EventListener
  void on(TestDeliveriesErased event) {
    items.forget(event.requestIds());
  }

  @Bean
  RecurringTask<Void> forgetDeliveries(
      HeardEvents events,
      Assertions assertions,
      Pauses pauses,
      DeliverySettings settings,
      Clock clock) {
    return Tasks.recurring("delivery-forget", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> {
          var before = clock.instant().minus(settings.remember());
          items.forget(before);
          events.forget(before);
          assertions.forget(clock.instant());
          pauses.forget(clock.instant().minus(settings.giveUpAfter()));
        });
  }
}
