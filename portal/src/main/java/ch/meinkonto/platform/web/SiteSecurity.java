package ch.meinkonto.platform.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * What a module adds to the security of the residents' pages; {@code login} adds how one logs in.
 */
public interface SiteSecurity {

  /** Configures the filter chain of the residents' pages. */
  void configure(HttpSecurity http);
}
