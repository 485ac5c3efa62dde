package ch.meinkonto.simulator.application;

/** A unit's own web application, as {@code sso.yaml} of the city names it. */
public record Application(String id, String unit, String name, String scopes) {

  String path() {
    return "/anwendungen/" + id + "/";
  }
}
