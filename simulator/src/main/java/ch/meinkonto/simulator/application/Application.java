package ch.meinkonto.simulator.application;

/**
 * A unit's own web application, as {@code sso.yaml} of the city names it.
 *
 * @param pushes whether it must push its requests ahead
 */
public record Application(String id, String unit, String name, String scopes, boolean pushes) {

  String path() {
    return "/anwendungen/" + id + "/";
  }
}
