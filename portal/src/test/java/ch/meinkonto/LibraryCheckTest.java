package ch.meinkonto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.library.Inventory;
import ch.meinkonto.platform.library.Library;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators are told about the libraries that the portal is made of. */
class LibraryCheckTest {

  private static final String HOLE =
      """
      {"id": "GHSA-1", "summary": "Reads what it should not", "affected": [
        {"package": {"ecosystem": "PyPI", "name": "org.example:reader"},
         "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]},
        {"package": {"ecosystem": "Maven", "name": "org.example:reader"},
         "ranges": [
           {"type": "ECOSYSTEM", "events": [
             {"introduced": "0"}, {"fixed": "1.9.10"}, {"introduced": "2.0.0"}, {"fixed": "2.3.1"}]},
           {"type": "ECOSYSTEM", "events": [
             {"introduced": "3.0.0-RC1"}, {"last_affected": "3.1"}]}],
         "versions": ["4.0-odd"]}]}
      """;

  private static final String WITHDRAWN =
      """
      {"id": "GHSA-2", "withdrawn": "2026-01-01T00:00:00Z", "affected": [
        {"package": {"ecosystem": "Maven", "name": "org.example:reader"},
         "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "1.9.9, 1",
    "1.9.10, 0",
    "1.10.0, 0",
    "2.0.0, 1",
    "2.3.0, 1",
    "2.3.1, 0",
    "3.0.0-M1, 0",
    "3.0.0-RC2, 1",
    "3.1, 1",
    "3.1.1, 0",
    "4.0-odd, 1"
  })
  void aVersionWithAKnownHoleIsNamed(String version, int code) throws IOException {
    assertThat(check(new Library("org.example:reader", version))).isEqualTo(code);
    if (code == 1) {
      assertThat(told.toString(UTF_8))
          .contains("org.example:reader " + version + ": GHSA-1 Reads what it should not");
    }
    assertThat(told.toString(UTF_8)).doesNotContain("GHSA-2");
  }

  @Test
  void anotherLibraryIsNotMeant() throws IOException {
    assertThat(check(new Library("org.example:writer", "1.0"))).isZero();
    assertThat(told.toString(UTF_8)).contains("1 libraries, 1 known holes, 0 of them here");
  }

  @Test
  void withoutAnyDataNothingIsSaidToBeFine() throws IOException {
    var empty = zip(Map.of());
    assertThat(LibraryCheck.check(List.of(new Library("a:b", "1")), empty, out())).isOne();
    assertThat(LibraryCheck.check(List.of(), zip(Map.of("1.json", HOLE)), out())).isOne();
  }

  @Test
  void theProgramsOwnListIsRead() {
    var list =
        """
        {"components": [
          {"group": "ch.meinkonto", "name": "contract", "version": "1"},
          {"group": "org.example", "name": "reader", "version": "2.0"}]}
        """;
    assertThat(Inventory.read(new ByteArrayInputStream(list.getBytes(UTF_8))))
        .containsExactly(new Library("org.example:reader", "2.0"));
  }

  private int check(Library library) throws IOException {
    var known = zip(Map.of("GHSA-1.json", HOLE, "GHSA-2.json", WITHDRAWN));
    return LibraryCheck.check(List.of(library), known, out());
  }

  private PrintStream out() {
    return new PrintStream(told, true, UTF_8);
  }

  private Path zip(Map<String, String> entries) throws IOException {
    var file = folder.resolve("all-" + entries.size() + ".zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}
