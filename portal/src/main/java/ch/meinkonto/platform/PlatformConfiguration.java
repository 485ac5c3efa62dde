package ch.meinkonto.platform;

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
}
