package ch.meinkonto.notification;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timed work: one task a notice; its row is erased when the mail server has taken the mail. */
@Configuration(proxyBeanMethods = false)
class Sending {

  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("notification-send");

  @Bean
  Task<Void> sendNotice(Outbox outbox, Postman postman, Clock clock) {
    return Tasks.oneTime(TASK)
        .onFailure(new Backoff(outbox, clock))
        .execute((instance, context) -> {
          var id = UUID.fromString(instance.getId());
          outbox.find(id).ifPresent(postman::send);
          outbox.erase(id);
        });
  }
}
