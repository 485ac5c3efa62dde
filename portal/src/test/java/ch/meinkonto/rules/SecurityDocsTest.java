package ch.meinkonto.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the security documents say is shown by a test, a test shows. */
class SecurityDocsTest {

  private static final Path HOUSE = Path.of("../");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");

  private record Named(String test, String method) {}

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    List<Named> named;
    try (var files = Files.list(HOUSE.resolve("docs/security"))) {
      named =
          files
              .flatMap(file ->
                  NAMED
                      .matcher(text(file))
                      .results()
                      .map(found -> {
                        var method = found.group(2);
                        return new Named(found.group(1), method == null ? "" : method);
                      }))
              .toList();
    }

    assertThat(named).hasSizeGreaterThan(50);
    assertThat(missing(named)).isEmpty();
  }

  @Test
  void aTestThatIsNotThereIsFound() throws IOException {
    var mistakes =
        List.of(
            new Named("SecurityDocsTest", "everyTestThatIsNamedExists"),
            new Named("SecurityDocsTest", "neverWritten"),
            new Named("NoSuchTest", ""));

    assertThat(missing(mistakes)).containsExactly(mistakes.get(1), mistakes.get(2));
  }

  private static List<Named> missing(List<Named> named) throws IOException {
    var tests = new ArrayList<Path>();
    try (var modules = Files.newDirectoryStream(HOUSE)) {
      for (var module : modules) {
        var folder = module.resolve("src/test/java");
        if (!Files.isDirectory(folder)) {
          continue;
        }
        try (var files = Files.walk(folder)) {
          files.filter(file -> file.toString().endsWith("Test.java")).forEach(tests::add);
        }
      }
    }
    return named.stream().filter(test -> !exists(test, tests)).toList();
  }

  private static boolean exists(Named named, List<Path> tests) {
    return tests.stream()
        .filter(file -> file.endsWith(named.test() + ".java"))
        .anyMatch(file ->
            named.method().isEmpty() || text(file).contains("void " + named.method() + "("));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
