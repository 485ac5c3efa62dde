package ch.meinkonto.platform.webauthn;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebAuthnConfiguration {

  @Bean
  ObjectConverter webAuthnConverter() {
    return new ObjectConverter();
  }

  @Bean
  WebAuthnManager webAuthn(ObjectConverter converter) {
    return WebAuthnManager.createNonStrictWebAuthnManager(converter);
  }

  @Bean
  RecurringTask<Void> eraseSpentChallenges(Challenges challenges) {
    return Tasks.recurring("platform-erase-spent-challenges", FixedDelay.ofMinutes(10))
        .execute((instance, context) -> challenges.eraseExpired());
  }
}
