package ch.meinkonto.delivery;

import ch.meinkonto.platform.web.ProgramDoor;
import ch.meinkonto.platform.web.Refusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The contract's own door: no session, no cookie, a token with each call. */
@Configuration(proxyBeanMethods = false)
class ContractSecurity {

  @Bean
  @Order(10)
  SecurityFilterChain contract(HttpSecurity http, AccessTokens tokens, Refusals refusals) {
    return ProgramDoor.at(http, refusals, "the contract", "/contract/**")
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(
                    ContractPaths.TOKEN,
                    ContractPaths.REGISTRATIONS,
                    ContractPaths.DOCUMENTS,
                    ContractPaths.FILES + "/*")
                .permitAll()
                .anyRequest()
                .authenticated())
        .addFilterBefore(new BearerTokens(tokens), AuthorizationFilter.class)
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint((_, response, _) -> BearerTokens.refuse(response))
                .accessDeniedHandler((_, response, _) -> BearerTokens.refuse(response)))
        .build();
  }
}
