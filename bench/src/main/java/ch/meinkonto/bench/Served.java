package ch.meinkonto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A unit that the connector serves.
 *
 * @param kind of its channel
 * @param unit which one
 * @param service what is sent to it
 */
record Served(String kind, String unit, String service) {

  private static final Path CITY = Path.of("city/zuerich");

  /** Each kind of channel once. */
  static final List<Served> ALL =
      List.of(
          new Served("soap", "personenmeldeamt", "wohnsitzbestaetigung"),
          new Served("sftp", "dienstabteilung-verkehr", "anwohnerparkkarte"),
          new Served("mail", "fundbuero", "fundsache"),
          new Served("amqp", "wasserversorgung", "wasser-zaehlerstand"),
          new Served("rest", "tiefbauamt", "schaden-melden"),
          new Served("folder", "stadtkanzlei", "stimmrechtsausweis"),
          new Served("worklist", "zivilstandsamt", "zivilstandsdokumente"));

  /** The example that the unit's template is tried with; without a template, what one orders. */
  Residents.Content content() throws IOException {
    var example = CITY.resolve("mapping").resolve(unit).resolve(service + ".beispiel-1.json");
    if (!Files.exists(example)) {
      return new Residents.Content(service, Residents.ANSWERS);
    }
    var answers = JsonMapper.shared().readTree(Files.readAllBytes(example)).path("answers");
    return new Residents.Content(service, JsonMapper.shared().writeValueAsBytes(answers));
  }
}
