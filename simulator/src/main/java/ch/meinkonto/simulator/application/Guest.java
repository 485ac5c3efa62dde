package ch.meinkonto.simulator.application;

import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody who is signed in to an application.
 *
 * @param idToken for logging out
 * @param session under which name the portal knows their session
 * @param claims what the application learned
 */
public record Guest(String idToken, String session, Map<String, String> claims) {

  public Guest {
    claims = new TreeMap<>(claims);
  }

  /** What the application calls them. */
  public String name() {
    return claims.getOrDefault("name", "?");
  }
}
