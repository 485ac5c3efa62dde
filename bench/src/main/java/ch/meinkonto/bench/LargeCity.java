package ch.meinkonto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * A city folder with five hundred services: those of the example, and others whose names, summaries
 * and words to search by are put together. All else on their pages is one real service's.
 */
final class LargeCity {

  static final int SERVICES = 500;

  private static final Path EXAMPLE = Path.of("city/zuerich");
  private static final String MODEL = "betreibungsauszug";

  private static final List<String> THINGS =
      List.of(
          "Garten",
          "Wasser",
          "Strom",
          "Schule",
          "Hafen",
          "Markt",
          "Brunnen",
          "Archiv",
          "Musik",
          "Turnhalle",
          "Friedhof",
          "Bibliothek",
          "Werkhof",
          "Tierheim",
          "Velo",
          "Theater",
          "Museum",
          "Pension",
          "Lehrstelle",
          "Einbürgerung");
  private static final List<String> PAPERS =
      List.of("Ausweis", "Bewilligung", "Karte", "Auskunft", "Vertrag");
  private static final List<String> DEEDS =
      List.of("bestellen", "verlängern", "zurückgeben", "ändern", "prüfen");

  private LargeCity() {}

  /** Writes the city into a folder that is not there yet. */
  static void write(Path folder) throws IOException {
    FileSystemUtils.copyRecursively(EXAMPLE, folder);
    var services = folder.resolve("services");
    var model = Files.readString(services.resolve(MODEL + ".yaml"));
    var page = model.substring(model.indexOf("\nfor-whom:"), model.indexOf("\nform:"));
    int missing;
    try (var there = Files.list(services)) {
      missing = SERVICES - (int) there.count();
    }
    for (int number = 0; number < missing; number++) {
      var thing = THINGS.get(number % THINGS.size());
      var paper = PAPERS.get(number / THINGS.size() % PAPERS.size());
      var deed = DEEDS.get(number / THINGS.size() / PAPERS.size());
      var id = id(thing + "-" + paper + "-" + deed);
      Files.writeString(services.resolve(id + ".yaml"), head(id, thing, paper, deed) + page + "\n");
    }
  }

  private static String head(String id, String thing, String paper, String deed) {
    var compound = thing + paper.toLowerCase(Locale.ROOT);
    return """
    id: %1$s
    unit: stadtkanzlei
    version: 1
    level: none
    reach: link
    url: https://stadt.example/%1$s
    life-situations: [wohnen]
    name: { de: "%2$s %3$s", en: "%2$s, %1$s" }
    summary: { de: "So können Sie: %4$s für %5$s %3$s.", en: "About %1$s." }
    search: { de: [%2$s, %4$s, %5$s, "%5$s %3$s"], en: [%1$s] }\
    """
        .formatted(id, compound, deed, paper, thing);
  }

  private static String id(String words) {
    return words.toLowerCase(Locale.ROOT).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
  }
}
