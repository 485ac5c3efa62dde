package ch.meinkonto.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code bin/bench SCENARIO [--option value …]}. */
public final class Bench {

  /** Measures one thing and prints what it found, its verdict last. */
  interface Scenario {
    void run(Options options) throws Exception;
  }

  private static final Map<String, Scenario> SCENARIOS =
      new TreeMap<>(
          Map.of(
              "login", new LoginScenario(),
              "devices", new DevicesScenario(),
              "sessions", new SessionsScenario(),
              "keycloak", new KeycloakScenario(),
              "flood", new FloodScenario(),
              "intake", new IntakeScenario(),
              "hub", new HubScenario(),
              "page", new PageScenario(),
              "search", new SearchScenario(),
              "start", new StartScenario()));

  private Bench() {}

  /** Runs the scenario that is named first. */
  public static void main(String... arguments) throws Exception {
    var scenario = arguments.length == 0 ? null : SCENARIOS.get(arguments[0]);
    if (scenario == null) {
      System.err.println("bin/bench SCENARIO, with one of " + SCENARIOS.keySet());
      System.exit(2);
      return;
    }
    Report.machine();
    scenario.run(Options.of(List.of(arguments).subList(1, arguments.length)));
    System.exit(0); // whatever threads are left
  }
}
