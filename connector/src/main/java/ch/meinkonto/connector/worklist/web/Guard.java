package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.ConnectorSettings;
import java.net.URI;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every page keeps: nobody in without both factors, no foreign forms, no script at all. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class Guard {

  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private static final String[] OPEN = {
    "/assets/**", "/anmelden", "/anmelden/code", "/einrichten", "/einrichten/app", "/fehler"
  };

  @Bean
  static SecurityFilterChain pages(
      HttpSecurity http, StillClerk stillClerk, ConnectorSettings settings) {
    boolean https = WebConfiguration.isHttps(settings);
    return http.authorizeHttpRequests(
            requests -> requests.requestMatchers(OPEN).permitAll().anyRequest().access(stillClerk))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(logout -> logout.logoutUrl("/abmelden").logoutSuccessUrl("/anmelden?abgemeldet"))
        .exceptionHandling(failures ->
            failures
                .authenticationEntryPoint(
                    (_, response, _) -> response.sendRedirect("/anmelden?zuerst"))
                .accessDeniedHandler(new Denied()))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(
                    opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                    resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(hsts -> {
                  if (!https) {
                    hsts.disable();
                  }
                }))
        .build();
  }

  /** A page of elsewhere that calls itself by this machine's address finds nothing. */
  @Bean
  static HttpFirewall firewall(ConnectorSettings settings) {
    String host = settings.worklistUrl().map(URI::getHost).orElse("localhost");
    Set<String> hosts = Set.of(host, host.equals("127.0.0.1") ? "localhost" : "127.0.0.1");
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedHostnames(hosts::contains);
    return firewall;
  }

  /** Nobody is known by name and password alone. */
  @Bean
  static UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }
}
