package ch.meinkonto.platform.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The residents' pages: closed unless a module declares an address public; strict headers on all of
 * them.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  /** No measurement around each of two dozen filters, for every page: nobody reads them. */
  @Bean
  SecurityObservationSettings noObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(100)
  SecurityFilterChain site(
      HttpSecurity http,
      List<PublicPaths> publicPaths,
      List<SiteSecurity> modules,
      Refusals refusals) {
    var open =
        publicPaths.stream().flatMap(paths -> paths.patterns().stream()).toArray(String[]::new);
    http.authorizeHttpRequests(
            requests -> requests.requestMatchers(open).permitAll().anyRequest().authenticated())
        .csrf(csrf -> csrf.csrfTokenRepository(new CsrfCookie()))
        .exceptionHandling(handling -> handling.accessDeniedHandler(new StaleForms()))
        .httpBasic(basic -> basic.disable());
    AnswerHeaders.ofPages(http);
    refusals.ofPages(http);
    modules.forEach(module -> module.configure(http));
    return http.build();
  }
}
