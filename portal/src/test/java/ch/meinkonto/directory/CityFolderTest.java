package ch.meinkonto.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.platform.yaml.Finding;
import ch.meinkonto.testing.TickingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** An operator changes files while the portal runs. */
class CityFolderTest {

  @TempDir Path folder;
  private final TickingClock clock = new TickingClock();
  private CityFolder city;

  @BeforeEach
  void aRunningCity() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("../city/zuerich"), folder);
    city = new CityFolder(folder, new CityReader(CityParts.own()), List.of(), clock);
  }

  @Test
  void theExampleCityIsInOrder() {
    assertThat(city.status().current()).isTrue();
    assertThat(city.get(Organisation.class).units()).hasSize(75);
    assertThat(city.get(City.class).locales()).isNotEmpty();
  }

  @Test
  void aGoodChangeIsTakenOver() throws IOException {
    change("city.yaml", "Was möchten Sie erledigen?", "Worum geht es?");
    city.reload();
    assertThat(city.get(City.class).start().title().in("de")).isEqualTo("Worum geht es?");
  }

  @Test
  void aBadChangeIsRefusedWithFileLineAndReasonAndTheLastGoodStateServes() throws IOException {
    var before = city.snapshot();
    clock.tick(Duration.ofMinutes(5));
    change("organisation.yaml", "department: bug", "department: gibtsnicht");
    city.reload();
    assertThat(city.snapshot()).isSameAs(before);
    assertThat(city.status().current()).isFalse();
    assertThat(city.status().lookedAt()).isAfter(city.status().takenOver());
    assertThat(city.status().findings())
        .anySatisfy(finding -> {
          assertThat(finding.file()).isEqualTo(folder.resolve("organisation.yaml"));
          assertThat(finding.line()).isEqualTo(46);
          assertThat(finding.message()).contains("gibtsnicht");
        });
  }

  @Test
  void allPartsChangeTogetherOrNotAtAll() throws IOException {
    change("city.yaml", "Was möchten Sie erledigen?", "Worum geht es?");
    change("theme.css", ":root {", "body {");
    city.reload();
    assertThat(city.get(City.class).start().title().in("de"))
        .isEqualTo("Was möchten Sie erledigen?");
  }

  @Test
  void aRepairedFolderIsTakenOverAgain() throws IOException {
    var good = Files.readString(folder.resolve("city.yaml"));
    Files.writeString(folder.resolve("city.yaml"), good.substring(0, good.length() / 2));
    city.reload();
    assertThat(city.status().current()).isFalse();
    Files.writeString(folder.resolve("city.yaml"), good);
    city.reload();
    assertThat(city.status().current()).isTrue();
  }

  @Test
  void aWatchSeesAChangeByItself() throws Exception {
    var told = new CompletableFuture<CitySnapshot>();
    city.onChange(told::complete);
    try (var watch = new FolderWatch(folder, city::reload)) {
      watch.start();
      change("city.yaml", "Was möchten Sie erledigen?", "Worum geht es?");
      var snapshot = told.get(30, TimeUnit.SECONDS);
      assertThat(snapshot.get(City.class).start().title().in("de")).isEqualTo("Worum geht es?");
    }
  }

  @Test
  void lookingTellsOnlyOfChanges() throws IOException {
    var watch = new FolderWatch(folder, city::reload);
    assertThat(watch.look()).isFalse();
    change("city.yaml", "Was möchten Sie erledigen?", "Worum geht es hier?");
    assertThat(watch.look()).isTrue();
    assertThat(watch.look()).isFalse();
  }

  @Test
  void aPortalDoesNotStartWithAnInvalidFolder() throws IOException {
    change("city.yaml", "time-zone: Europe/Zurich", "time-zone: Europe/Atlantis");
    assertThatThrownBy(
            () -> new CityFolder(folder, new CityReader(CityParts.own()), List.of(), clock))
        .isInstanceOf(InvalidCity.class)
        .hasMessageContaining("city.yaml:")
        .hasMessageContaining("no such time zone");
  }

  @Test
  void aFolderThatIsNotThereIsSaidSo() {
    var nowhere = folder.resolve("nowhere");
    assertThatThrownBy(
            () -> new CityFolder(nowhere, new CityReader(CityParts.own()), List.of(), clock))
        .isInstanceOf(InvalidCity.class)
        .hasMessageContaining("no such folder");
  }

  @Test
  void whatBreaksAnEarlierPromiseIsRefused() throws IOException {
    var objection = new Finding(folder.resolve("city.yaml"), 3, "promised otherwise");
    var guarded =
        new CityFolder(
            folder,
            new CityReader(CityParts.own()),
            List.of(read -> objects(read) ? List.of(objection) : List.of()),
            clock);
    change("city.yaml", "Was möchten Sie erledigen?", "Worum geht es?");
    guarded.reload();
    assertThat(guarded.status().findings()).containsExactly(objection);
    assertThat(guarded.get(City.class).start().title().in("de"))
        .isEqualTo("Was möchten Sie erledigen?");
  }

  private static boolean objects(CitySnapshot read) {
    return read.get(City.class).start().title().in("de").equals("Worum geht es?");
  }

  private void change(String file, String from, String to) throws IOException {
    var path = folder.resolve(file);
    var text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
  }
}
