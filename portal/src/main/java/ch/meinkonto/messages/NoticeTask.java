package ch.meinkonto.messages;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The notice that waited. The task's instance is the account's id. */
@Configuration(proxyBeanMethods = false)
class NoticeTask {

  static final TaskDescriptor<Void> LATER = TaskDescriptor.of("message-notice");

  /** The provider breaks the circle: the scheduler needs its tasks, the notices the scheduler. */
  @Bean
  OneTimeTask<Void> laterNotice(ObjectProvider<NewMessageNotices> notices) {
    return Tasks.oneTime(LATER)
        .execute((instance, _) -> notices.getObject().later(UUID.fromString(instance.getId())));
  }
}
