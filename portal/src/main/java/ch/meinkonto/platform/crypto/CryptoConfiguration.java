package ch.meinkonto.platform.crypto;

import ch.meinkonto.platform.PortalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

  @Bean
  MasterKey masterKey(PortalSettings settings) {
    return MasterKeySource.read(settings);
  }
}
