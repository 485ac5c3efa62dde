package ch.meinkonto.login;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FactorConfiguration {

  @Bean
  RecurringTask<Void> eraseBegunAuthenticators(Authenticators authenticators) {
    return Tasks.recurring("login-erase-begun-authenticators", FixedDelay.ofMinutes(10))
        .execute((instance, context) -> authenticators.eraseBegun());
  }

  @Bean
  RecurringTask<Void> eraseOldIssuedCodes(IssuedCodes codes) {
    return Tasks.recurring("login-erase-issued-codes", FixedDelay.ofHours(1))
        .execute((instance, context) -> codes.eraseOld());
  }

  @Bean
  RecurringTask<Void> eraseOldSmsCodes(SmsCodes codes) {
    return Tasks.recurring("login-erase-old-sms-codes", FixedDelay.ofMinutes(10))
        .execute((instance, context) -> codes.eraseOld());
  }
}
