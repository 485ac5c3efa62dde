package ch.meinkonto.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Third law: city, unit and service are data. No code knows a service or a unit by name. */
class CityStaysDataTest {

  private static final Path CITY = Path.of("../city/zuerich");
  private static final Pattern UNIT = Pattern.compile("(?m)^\\s*-\\s*\\{?\\s*id:\\s*([a-z0-9-]+)");

  @Test
  void noCodeKnowsAServiceOrAUnitByName() throws IOException {
    var names = names();
    assertThat(names).hasSizeGreaterThan(80);
    for (var part : List.of("portal", "contract", "unit-client", "connector", "simulator")) {
      try (var files = Files.walk(Path.of("..", part, "src/main"))) {
        for (var file : files.filter(CityStaysDataTest::isCode).toList()) {
          assertThat(namesIn(Files.readString(file), names)).as(file.toString()).isEmpty();
        }
      }
    }
  }

  @Test
  void aNameInCodeIsFound() {
    assertThat(namesIn("if (service.equals(\"umzug-melden\")) {", Set.of("umzug-melden")))
        .containsExactly("umzug-melden");
  }

  private static Set<String> namesIn(String code, Set<String> names) {
    return names.stream()
        .filter(name -> code.contains('"' + name + '"'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isCode(Path file) {
    return file.toString().endsWith(".java") || file.toString().endsWith(".jte");
  }

  private static Set<String> names() throws IOException {
    var names = new TreeSet<String>();
    try (var services = Files.list(CITY.resolve("services"))) {
      services.forEach(file -> names.add(file.getFileName().toString().replace(".yaml", "")));
    }
    UNIT.matcher(Files.readString(CITY.resolve("organisation.yaml")))
        .results()
        .forEach(hit -> names.add(hit.group(1)));
    return names;
  }
}
