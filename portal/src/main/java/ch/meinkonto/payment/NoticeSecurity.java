package ch.meinkonto.payment;

import ch.meinkonto.platform.web.ProgramDoor;
import ch.meinkonto.platform.web.Refusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The payment provider's door: no session, no cookie; what it tells is signed. */
@Configuration(proxyBeanMethods = false)
class NoticeSecurity {

  @Bean
  @Order(20)
  SecurityFilterChain paymentNotices(HttpSecurity http, Refusals refusals) {
    return ProgramDoor.at(http, refusals, "the payment provider", NoticeEndpoint.PATH)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }
}
