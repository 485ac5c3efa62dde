package ch.meinkonto.platform.library;

import ch.meinkonto.platform.library.Advisory.Affected;
import ch.meinkonto.platform.library.Advisory.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All known holes of Maven's libraries, as Open Source Vulnerabilities publishes them: one zip. */
public final class Advisories {

  private Advisories() {}

  /** Those that still hold. */
  public static List<Advisory> read(Path zip) throws IOException {
    var found = new ArrayList<Advisory>();
    try (var file = new ZipFile(zip.toFile())) {
      for (var entry : file.stream().filter(one -> one.getName().endsWith(".json")).toList()) {
        try (var content = file.getInputStream(entry)) {
          advisory(JsonMapper.shared().readTree(content)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Advisory> advisory(JsonNode node) {
    return node.has("withdrawn")
        ? Optional.empty()
        : Optional.of(
            new Advisory(
                node.path("id").asString(""),
                node.path("summary").asString(""),
                node.path("affected")
                    .valueStream()
                    .filter(one -> one.at("/package/ecosystem").asString("").equals("Maven"))
                    .map(Advisories::affected)
                    .toList()));
  }

  private static Affected affected(JsonNode node) {
    return new Affected(
        node.at("/package/name").asString(""),
        node.path("versions").valueStream().map(one -> one.asString("")).toList(),
        node.path("ranges")
            .valueStream()
            .filter(range -> range.path("type").asString("").equals("ECOSYSTEM"))
            .map(range -> range.path("events").valueStream().flatMap(Advisories::event).toList())
            .toList());
  }

  private static Stream<Event> event(JsonNode node) {
    return Stream.of(Event.Kind.values())
        .filter(kind -> node.has(kind.name().toLowerCase(Locale.ROOT)))
        .map(kind -> new Event(kind, node.path(kind.name().toLowerCase(Locale.ROOT)).asString("")));
  }
}
