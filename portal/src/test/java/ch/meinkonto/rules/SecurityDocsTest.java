package ch.meinkonto.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the security documents say is shown by a test, a test shows; no requirement is left out. */
class SecurityDocsTest {

  private static final Path HOUSE = Path.of("../");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");

  /** OWASP ASVS 5.0.0: all of levels 1 and 2, and what issue 3 names of level 3. */
  private static final String REQUIRED =
      """
      1.1: 2, 1.2: 9, 1.3: 11, 1.4: 3, 1.5: 2,
      2.1: 3, 2.2: 3, 2.3: 4, 2.4: 1,
      3.2: 2, 3.3: 4, 3.4: 6, 3.5: 5, 3.7: 2,
      4.1: 3, 4.2: 1, 4.3: 2, 4.4: 4,
      5.1: 1, 5.2: 3, 5.3: 2, 5.4: 3,
      6.1: 3, 6.2: 12, 6.3: 5, 6.3.7, 6.3.8, 6.4: 4, 6.5: 6, 6.6: 4, 6.8: 4,
      7.1: 3, 7.2: 4, 7.3: 2, 7.4: 5, 7.5: 3, 7.6: 2,
      8.1: 2, 8.2: 3, 8.3: 1, 8.4: 1,
      9.1: 3, 9.2: 4,
      10.1: 2, 10.2: 2, 10.3: 4, 10.4: 11, 10.4.13, 10.4.16, 10.5: 5, 10.6: 2, 10.7: 3,
      11.1: 2, 11.2: 3, 11.3: 3, 11.4: 4, 11.5: 1, 11.6: 1,
      12.1: 3, 12.2: 2, 12.3: 4,
      13.1: 1, 13.2: 5, 13.3: 2, 13.4: 5,
      14.1: 2, 14.2: 4, 14.3: 3,
      15.1: 3, 15.2: 3, 15.3: 7,
      16.1: 1, 16.2: 5, 16.3: 4, 16.4: 3, 16.5: 3,
      17.1: 1, 17.2: 4, 17.3: 2
      """;

  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| [123] \\| ([^|]+) \\| ([^|]+) \\| ([^|]*)\\|$");
  private static final Pattern EVIDENCE =
      Pattern.compile("`[A-Z]\\w*Test[.`]|\\]\\([^)]+\\.md[^)]*\\)|reading: `");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+\\.md)");

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
  void everyRequirementHasItsRow() {
    assertThat(rows(asvs())).containsExactlyElementsOf(required()).hasSize(261);
  }

  @Test
  void theyAreCountedHonestly() {
    var open = how(asvs(), "**Not met yet**");
    var foreign = how(asvs(), "**Does not apply**");
    assertThat(asvs())
        .contains(
            "Of these 261, %d are met, %d are not met yet, %d do not apply."
                .formatted(261 - open - foreign, open, foreign));
  }

  @Test
  void whatIsMetSaysWhatShowsIt() {
    assertThat(withoutEvidence(asvs())).isEmpty();
  }

  @Test
  void whatIsReferredToExists() throws IOException {
    try (var files = Files.list(HOUSE.resolve("docs/security"))) {
      assertThat(files)
          .allSatisfy(file ->
              assertThat(LINK.matcher(text(file)).results().map(link -> link.group(1)))
                  .allSatisfy(link -> assertThat(file.resolveSibling(link).normalize()).exists()));
    }
  }

  @Test
  void aRowThatIsMissingOrShowsNothingIsFound() {
    var table =
        """
        | 1.1.1 | 2 | asks | is so | `SecurityDocsTest` |
        | 1.2.1 | 1 | asks | is so | |
        | 1.2.2 | 1 | asks | **Does not apply**: there is none | |
        """;
    assertThat(rows(table)).containsExactly("1.1.1", "1.2.1", "1.2.2");
    assertThat(withoutEvidence(table)).containsExactly("1.2.1");
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

  private static String asvs() {
    return text(HOUSE.resolve("docs/security/asvs.md"));
  }

  private static List<String> rows(String table) {
    return ROW.matcher(table).results().map(row -> row.group(1)).toList();
  }

  private static long how(String table, String beginning) {
    return ROW.matcher(table).results().filter(row -> row.group(3).startsWith(beginning)).count();
  }

  private static List<String> withoutEvidence(String table) {
    return ROW.matcher(table)
        .results()
        .filter(row ->
            !row.group(3).startsWith("**Not met yet**")
                && !row.group(3).startsWith("**Does not apply**")
                && !EVIDENCE.matcher(row.group(4)).find())
        .map(row -> row.group(1))
        .toList();
  }

  /** {@code 6.3: 5} stands for 6.3.1 to 6.3.5. */
  private static List<String> required() {
    return Arrays.stream(REQUIRED.strip().split(",\\s*"))
        .flatMap(part -> {
          var section = part.split(": ");
          return section.length == 1
              ? Stream.of(part)
              : IntStream.rangeClosed(1, Integer.parseInt(section[1]))
                  .mapToObj(number -> section[0] + "." + number);
        })
        .toList();
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
