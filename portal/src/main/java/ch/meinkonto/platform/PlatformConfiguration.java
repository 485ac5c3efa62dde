package ch.meinkonto.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("ch.meinkonto")
class PlatformConfiguration {

  @Bean
  PortalSettings portalSettings(Environment environment) {
    return PortalSettings.from(environment);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  RecurringTask<Void> eraseFullRateLimits(RateLimits limits) {
    return Tasks.recurring("platform-erase-full-rate-limits", FixedDelay.ofMinutes(5))
        .execute((_, _) -> limits.eraseFull());
  }
}
