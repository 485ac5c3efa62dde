package ch.meinkonto.connector.soap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the lost property office wants to read requests, in tests. */
final class Templates {

  private static final String EXAMPLE =
      """
      {"envelope": {"reference": "MK-2026-7F3K-92QD"}, "sender": {"name": {"family": "Muster"}},
       "answers": {"sache": "schirm", "farbe": "rot", "datum": "2026-11-23", "text": "Ja"}}
      """;

  private Templates() {}

  /** Writes them; gives the folder. */
  static Path write(Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("mapping"));
    template(
        folder,
        "fundsache",
        "<fund xmlns=\"urn:fund\"><von>%s</von><sache>%s</sache><farbe>%s</farbe><am>%s</am></fund>",
        new String[] {
          "{{ sender.name.family }}",
          "{{ answers.sache }}",
          "{{ answers.farbe }}",
          "{{ answers.datum }}"
        },
        new String[] {"Muster", "schirm", "rot", "2026-11-23"});
    template(
        folder,
        "fundsache.antwort",
        "<antwort xmlns=\"urn:fund\">%s</antwort>",
        new String[] {"{{ answers.text }}"},
        new String[] {"Ja"});
    return folder;
  }

  private static void template(
      Path folder, String name, String shape, Object[] template, Object[] example)
      throws IOException {
    Files.writeString(folder.resolve(name + ".xml.peb"), shape.formatted(template));
    Files.writeString(folder.resolve(name + ".beispiel-1.json"), EXAMPLE);
    Files.writeString(folder.resolve(name + ".beispiel-1.xml"), shape.formatted(example));
  }
}
