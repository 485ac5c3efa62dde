package ch.meinkonto.bench;

import static java.util.Map.entry;

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
          Map.ofEntries(
              entry("attachments", new AttachmentsScenario()),
              entry("login", new LoginScenario()),
              entry("devices", new DevicesScenario()),
              entry("sessions", new SessionsScenario()),
              entry("keycloak", new KeycloakScenario()),
              entry("flood", new FloodScenario()),
              entry("intake", new IntakeScenario()),
              entry("hub", new HubScenario()),
              entry("page", new PageScenario()),
              entry("rush", new RushScenario()),
              entry("search", new SearchScenario()),
              entry("start", new StartScenario()),
              entry("waiting", new WaitingScenario())));

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
