package ch.meinkonto.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Timed work: what waited for a code that never came goes. */
@Configuration(proxyBeanMethods = false)
class Erasure {

  @Bean
  RecurringTask<Void> eraseOldEmailCodes(EmailCodes codes) {
    return Tasks.recurring("account-erase-old-codes", FixedDelay.ofMinutes(5))
        .execute((instance, context) -> codes.eraseOld());
  }
}
