package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.yaml.Findings;
import ch.meinkonto.connector.yaml.Placeholders;
import ch.meinkonto.connector.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What brings requests into an API, as often as it is started. */
final class RestRig {

  static final Map<String, String> ENVIRONMENT = Map.of("TOKEN", "geheim-4711");

  private RestRig() {}

  static List<String> findings(Path root, String options) throws IOException {
    Findings findings = new Findings(root.resolve("unit.yaml"));
    read(root, options, findings);
    return findings.all().stream().map(one -> one.line() + ": " + one.message()).toList();
  }

  static RestPlan plan(Path root, String options) throws IOException {
    Findings findings = new Findings(root.resolve("unit.yaml"));
    return read(root, options, findings)
        .orElseThrow(() -> new AssertionError(findings.all().toString()));
  }

  private static Optional<RestPlan> read(Path root, String options, Findings findings)
      throws IOException {
    Path file = Files.writeString(root.resolve("unit.yaml"), options);
    return YamlFile.read(
            file, new Placeholders(name -> Optional.ofNullable(ENVIRONMENT.get(name))), findings)
        .flatMap(map -> new RestKind().read("fundbuero", map))
        .map(RestPlan.class::cast);
  }

  /** The hand-over of a program that has just started. */
  static Handover start(RestPlan plan, Client client, Path root, Disk disk) throws IOException {
    return new Handover(
        "fundbuero",
        Ledger.open(root.resolve("ledger.jsonl"), disk),
        new Sending(
            plan.operations(),
            plan.mappings(),
            new Calls(client, plan.api().refusals()),
            Steps.open(root.resolve("steps.jsonl"), disk)));
  }

  static Client client(RestPlan plan) throws Exception {
    return new Client(plan.api(), Clock.systemUTC());
  }
}
