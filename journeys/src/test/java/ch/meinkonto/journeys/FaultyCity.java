package ch.meinkonto.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The example city with every part apart, as in production: two nodes, their database, the
 * connector, the offices' systems, and the networks between. Units are on every kind of channel.
 */
final class FaultyCity implements AutoCloseable {

  private static final String LEASE = "30s"; // what a part held when it was killed comes again then

  private final Path data;
  private final int ports = RunningCity.tenFreePorts();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Relay people;
  private final Relay units;
  final Program simulator;
  final DatabaseServer database;
  final List<Program> nodes;
  final Program connector;

  /**
   * Starts everything.
   *
   * @param data what the portal keeps is in {@code portal}, {@code logs} and {@code tmp}
   */
  FaultyCity(Path data) throws Exception {
    this.data = data;
    var inside = List.of(ports + 8, ports + 9);
    people = new Relay(inside);
    units = new Relay(inside);
    var logs = Files.createDirectories(data.resolve("logs"));
    var environment = environment(cityWithUnitsOnEveryChannel());
    simulator = new Program("simulator", List.of("-Xmx768m"), surroundings(), logs, environment);
    database = new DatabaseServer(Files.createDirectories(data.resolve("portal")));
    var first = node(8, logs, environment);
    nodes = List.of(first, node(9, logs, environment));
    connector =
        new Program("connector", List.of("-Xmx256m"), at(3).resolve("/health"), logs, environment);
  }

  private Program node(int number, Path logs, Map<String, String> surroundings) throws IOException {
    var environment = new HashMap<>(surroundings);
    environment.put("PORT", port(number));
    environment.put("DATA_DIR", data.resolve("portal").toString());
    environment.putAll(database.environment());
    var options = List.of("-Xmx512m", Program.STARTS_FAST);
    return new Program(
        "portal", options, at(number).resolve("/actuator/health"), logs, environment);
  }

  private Map<String, String> environment(Path city) {
    var environment = new HashMap<String, String>();
    environment.put("CITY_DIR", city.toString());
    environment.put("DATA_DIR", data.resolve("units").toString());
    environment.put("UNIT_KEYS_DIR", data.resolve("units/unit-keys").toString());
    environment.put("BASE_URL", units.address().toString());
    environment.put("LEASE", LEASE);
    environment.put("PAYMENT_URL", "http://localhost:" + port(0) + "/zahlung");
    environment.put("PAYMENT_PAGES", "http://localhost:" + port(0) + "/zahlung");
    environment.put("PAYMENT_MERCHANT", "1110000000");
    var secrets = data.resolve("units/payment");
    environment.put("PAYMENT_PASSWORD_FILE", secrets.resolve("password").toString());
    environment.put("PAYMENT_SIGN_KEY_FILE", secrets.resolve("sign-key").toString());
    environment.put("SIMULATOR_PACE", "1500");
    environment.put("SIMULATOR_PORT", port(0));
    environment.put("MAIL_PORT", port(1));
    environment.put("WORKLIST_PORT", port(2));
    environment.put("CONNECTOR_PORT", port(3));
    environment.put("UNITS_SMTP_PORT", port(4));
    environment.put("UNITS_IMAP_PORT", port(5));
    environment.put("SFTP_PORT", port(6));
    environment.put("AMQP_PORT", port(7));
    return environment;
  }

  private String port(int number) {
    return Integer.toString(ports + number);
  }

  /** One unit with mail looks into a folder, and one has nothing but a worklist. */
  private static Path cityWithUnitsOnEveryChannel() throws IOException {
    var city =
        CityCopy.with(
            "organisation.yaml",
            text ->
                text.replaceFirst(
                    "(?m)^( *)- id: " + Road.WORKLIST.unit() + "$", "$0\n$1  channel: connector"));
    var connections = city.resolve("connector.yaml");
    var folder =
        """
          fundbuero:
            channel: folder
            folder: ${DATA_DIR}/connector/fundbuero
            settle: 1s
          %s: { channel: worklist, name: "Zivilstandsamt" }
        """
            .formatted(Road.WORKLIST.unit());
    Files.writeString(
        connections,
        Files.readString(connections)
            .replaceFirst("(?m)^  fundbuero:\n(    .*\n)+", Matcher.quoteReplacement(folder)));
    return city;
  }

  private URI at(int number) {
    return URI.create("http://localhost:" + port(number));
  }

  /** Where people find the portal. */
  URI portal() {
    return people.address();
  }

  /** The mailbox and the offices. */
  URI surroundings() {
    return at(0);
  }

  /** The network between the portal and the units. */
  Relay units() {
    return units;
  }

  /** All cases of all offices that have a system. */
  JsonNode cases() throws IOException {
    try (var body = surroundings().resolve("/cases").toURL().openStream()) {
      return JsonMapper.shared().readTree(body);
    }
  }

  /** The requests on the worklist. */
  List<String> onTheWorklist() throws IOException {
    var cases =
        data.resolve("units/connector").resolve(Road.WORKLIST.unit()).resolve("worklist/cases");
    try (var folders = Files.list(cases)) {
      return folders.map(folder -> folder.getFileName().toString()).toList();
    }
  }

  /** What is wrong with an office's system from now on. */
  void trouble(String unit, OfficeFault fault) throws IOException {
    var form =
        HttpRequest.newBuilder(surroundings().resolve("/aemter/" + unit + "/stoerungen"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(fault == OfficeFault.NONE ? "" : "fault=" + fault.code()));
    try {
      var status = http.send(form.build(), BodyHandlers.discarding()).statusCode();
      if (status != 303) {
        throw new IOException(unit + " cannot be " + fault + ": " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    connector.close();
    for (var node : nodes) {
      node.close();
    }
    simulator.close();
    database.close();
    people.close();
    units.close();
    http.close();
  }
}
