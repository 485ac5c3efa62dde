package ch.meinkonto.platform.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;

/** What all doors of programs have in common: no session, no cookie counts, no answer is a page. */
public final class ProgramDoor {

  private ProgramDoor() {}

  /**
   * The door at these addresses; who may come in is still to be said.
   *
   * @param name what the log calls it where it refuses somebody
   */
  public static HttpSecurity at(
      HttpSecurity http, Refusals refusals, String name, String... addresses) {
    AnswerHeaders.ofPrograms(http);
    refusals.ofPrograms(http, name);
    return http.securityMatcher(addresses)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable());
  }
}
