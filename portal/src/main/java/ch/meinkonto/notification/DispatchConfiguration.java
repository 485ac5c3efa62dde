package ch.meinkonto.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Text messages and letters: one task for each. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("notification-dispatch");

  @Bean
  Task<Void> dispatch(Dispatcher dispatcher) {
    return Tasks.custom(TASK)
        .execute((instance, _) ->
            dispatcher
                .send(UUID.fromString(instance.getId()))
                .<CompletionHandler<Void>>map(
                    again -> (complete, operations) -> operations.reschedule(complete, again))
                .orElseGet(OnCompleteRemove::new));
  }
}
