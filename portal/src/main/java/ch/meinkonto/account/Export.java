package ch.meinkonto.account;

import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything the portal keeps about somebody, from all modules: for programs and for reading. */
@Component
public class Export {

  private final List<PersonalDataSource> sources;
  private final JsonMapper json;
  private final TrustLog trust;
  private final Clock clock;

  Export(List<PersonalDataSource> sources, JsonMapper json, TrustLog trust, Clock clock) {
    this.sources = sources;
    this.json = json;
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * A part of the readable export.
   *
   * @param name the module's name for it
   * @param lines what is kept, in order
   */
  public record Section(String name, List<Line> lines) {}

  /**
   * One value.
   *
   * @param path what it is, from the outside in
   * @param value the value itself
   */
  public record Line(List<String> path, String value) {}

  /** The file, which the log of who received what tells of. */
  byte[] file(AccountId account, Locale language) {
    trust.record(new TrustEntry(account.value(), "data-exported", TrustEntry.YOU, "", "your-wish"));
    var export = new LinkedHashMap<String, Object>();
    export.put("exportedAt", clock.instant());
    sources.forEach(source -> export.put(source.name(), source.export(account, language)));
    return json.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(export);
  }

  List<Section> readable(AccountId account, Locale language) {
    return sources.stream()
        .map(source -> {
          var lines = new ArrayList<Line>();
          flatten(List.of(), json.valueToTree(source.export(account, language)), lines);
          return new Section(source.name(), lines);
        })
        .toList();
  }

  private static void flatten(List<String> path, JsonNode node, List<Line> lines) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> flatten(and(path, field.getKey()), field.getValue(), lines));
    } else if (node.isArray()) {
      for (int index = 0; index < node.size(); index++) {
        flatten(and(path, Integer.toString(index + 1)), node.get(index), lines);
      }
    } else if (!node.isNull()) {
      lines.add(new Line(path, node.asString()));
    }
  }

  private static List<String> and(List<String> path, String next) {
    var longer = new ArrayList<>(path);
    longer.add(next);
    return List.copyOf(longer);
  }
}
