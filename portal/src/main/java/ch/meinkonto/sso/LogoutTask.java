package ch.meinkonto.sso;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends logout tokens: one task a notice. */
@Configuration(proxyBeanMethods = false)
class LogoutTask {

  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("sso-logout");

  @Bean
  Task<Void> sendLogoutToken(LogoutTokens tokens) {
    return Tasks.custom(TASK)
        .execute((instance, _) ->
            tokens
                .send(UUID.fromString(instance.getId()))
                .<CompletionHandler<Void>>map(
                    again -> (complete, operations) -> operations.reschedule(complete, again))
                .orElseGet(OnCompleteRemove::new));
  }
}
