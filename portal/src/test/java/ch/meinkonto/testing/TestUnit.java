package ch.meinkonto.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A copy of the example city with a unit that is not live, would get a part of requests for parties
 * and sends codes by letter, and a service to which large files may go.
 */
final class TestUnit {

  private static final Path EXAMPLE = Path.of("../city/zuerich");
  private static final String UNIT =
      """

        - id: probierstube
          department: prd
          status: test
          name: Probierstube
          about: Probiert aus.
          channel: pull
          contact: { email: probierstube@stadt.example }
      """;
  private static final String SERVICE =
      """
      id: probe-karte
      unit: probierstube
      version: 1
      level: login
      reach: form
      life-situations: [freizeit]
      name: Probekarte
      summary: "Eine Karte zur Probe."
      search: [Zwetschgenprobe]
      for-whom: Für alle
      need: [Ein Bild]
      cost: Kostenlos
      duration: 1 Minute
      answer-time: Nie
      next: [Nichts]
      offline: "Keiner."
      about: "Nur zur Probe."
      activation:
        why: Damit es sicher ist.
        letter: Der Code steht im Brief.
        order:
          arrives: Morgen.
          asks:
            - { id: nummer, name: Nummer, digits: 8 }
      form:
        steps:
          - id: karte
            title: Ihre Karte
            fields:
              - { id: name, type: text, label: Name, max-length: 50 }
              - { id: bild, type: upload, label: Bild, accept: [image], max-size: 5 MB }
      """;

  private static final String COPY =
      "  - { unit: probierstube, why: Probiert, when: \"count(verkehr) > 0\", steps: [verkehr] }\n";

  private TestUnit() {}

  static void addTo(Path city) throws IOException {
    try (var files = Files.walk(EXAMPLE)) {
      for (var file : files.toList()) {
        var copy = city.resolve(EXAMPLE.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    var damage = city.resolve("services/schaden-melden.yaml");
    Files.writeString(
        damage, Files.readString(damage).replace("max-size: 10 MB", "max-size: 100 MB"));
    var party = city.resolve("services/veranstaltung.yaml");
    Files.writeString(
        party, Files.readString(party).replaceFirst("(?m)^copies:\n", "copies:\n" + COPY));
    Files.writeString(city.resolve("organisation.yaml"), UNIT, StandardOpenOption.APPEND);
    Files.writeString(city.resolve("services/probe-karte.yaml"), SERVICE);
  }
}
