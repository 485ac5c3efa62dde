package ch.meinkonto.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Text messages: who carries them, and one task a message. */
@Configuration(proxyBeanMethods = false)
class SmsConfiguration {

  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("notification-send-sms");

  @Bean
  @ConditionalOnExpression("!'${meinkonto.sms.url:}'.isBlank()")
  SmsGateway smsGateway(SmsSettings settings, JsonMapper json) {
    return new HttpSmsGateway(settings, json);
  }

  @Bean
  Task<Void> sendTextMessage(SmsPostman postman) {
    return Tasks.custom(TASK)
        .execute((instance, _) ->
            postman
                .send(UUID.fromString(instance.getId()))
                .<CompletionHandler<Void>>map(
                    again -> (complete, operations) -> operations.reschedule(complete, again))
                .orElseGet(OnCompleteRemove::new));
  }
}
