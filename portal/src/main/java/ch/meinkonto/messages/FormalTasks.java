package ch.meinkonto.messages;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The days of formal deliveries. A task's instance is the message's id, a reminder's with its day.
 */
@Configuration(proxyBeanMethods = false)
class FormalTasks {

  static final TaskDescriptor<Void> REMINDER = TaskDescriptor.of("formal-reminder");
  static final TaskDescriptor<Void> OVER = TaskDescriptor.of("formal-over");

  @Bean
  OneTimeTask<Void> formalReminder(ObjectProvider<FormalTimes> times) {
    return Tasks.oneTime(REMINDER)
        .execute((instance, _) ->
            times.getObject().remind(UUID.fromString(instance.getId().split("/", 2)[0])));
  }

  @Bean
  OneTimeTask<Void> formalOver(ObjectProvider<FormalTimes> times) {
    return Tasks.oneTime(OVER)
        .execute((instance, _) -> times.getObject().over(UUID.fromString(instance.getId())));
  }
}
