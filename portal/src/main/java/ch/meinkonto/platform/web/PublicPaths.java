package ch.meinkonto.platform.web;

import java.util.List;

/**
 * Addresses that one may open without being logged in. Everything that no module declares asks for
 * a login.
 */
public interface PublicPaths {

  /** Path patterns as Spring MVC writes them. */
  List<String> patterns();
}
