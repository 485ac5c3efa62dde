package ch.meinkonto.federation;

import ch.meinkonto.platform.web.PublicPaths;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FederationConfiguration {

  @Bean
  PublicPaths federationPaths() {
    return () -> List.of(OutsidePages.PATH + "/**");
  }
}
