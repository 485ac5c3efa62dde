package ch.meinkonto.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The portal's texts: complete in every language, none left over, in Swiss spelling. */
class TextsTest {

  private static final Path TEXTS = Path.of("src/main/resources/texts");
  private static final Pattern KEY_IN_CODE =
      Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\\.?\"|\"([a-z][\\w-]*)\\.\"");

  @Test
  void everyLanguageHasEveryText() throws IOException {
    assertThat(keys("en")).isEqualTo(keys("de"));
  }

  @Test
  void swissSpellingAndRealApostrophes() throws IOException {
    assertThat(faults(all("de"))).isEmpty();
    assertThat(faults(all("en"))).isEmpty();
  }

  @Test
  void spellingFaultsAreFound() {
    assertThat(faults(Map.of("a.b", "Straße", "a.c", "it's", "a.d", "Bürger*innen", "a.e", "gut")))
        .hasSize(3);
  }

  @Test
  void noTextIsLeftOver() throws IOException {
    var used = keysInCode();
    var prefixes = used.stream().map(key -> key + ".").collect(Collectors.toSet());
    var unused =
        keys("de").stream()
            .filter(key -> !used.contains(key))
            .filter(key -> prefixes.stream().noneMatch(key::startsWith))
            .toList();
    assertThat(unused).isEmpty();
  }

  private static List<String> faults(Map<String, String> texts) {
    var faults = new ArrayList<String>();
    texts.forEach((key, text) -> {
      if (text.contains("ß") || text.contains("'")) {
        faults.add(key + ": " + text);
      }
      if (text.matches(".*\\p{L}[*:_·]innen\\b.*") || text.matches(".*\\p{Ll}Innen\\b.*")) {
        faults.add(key + ": " + text);
      }
    });
    return faults;
  }

  private static Set<String> keys(String language) throws IOException {
    return new TreeSet<>(all(language).keySet());
  }

  private static Map<String, String> all(String language) throws IOException {
    var all = new TreeMap<String, String>();
    try (var files = Files.list(TEXTS)) {
      for (var file :
          files.filter(f -> f.toString().endsWith("_" + language + ".properties")).toList()) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          properties.load(reader);
        }
        properties.forEach((key, value) -> all.put((String) key, (String) value));
      }
    }
    return all;
  }

  /**
   * Keys that stand in code and templates, whole or as the beginning of one that is put together.
   */
  private static Set<String> keysInCode() throws IOException {
    var found = new TreeSet<String>();
    for (var root : List.of(Path.of("src/main/java"), Path.of("src/main/jte"))) {
      try (var files = Files.walk(root)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          KEY_IN_CODE
              .matcher(Files.readString(file))
              .results()
              .forEach(hit -> found.add(hit.group(1) != null ? hit.group(1) : hit.group(2)));
        }
      }
    }
    return found;
  }
}
