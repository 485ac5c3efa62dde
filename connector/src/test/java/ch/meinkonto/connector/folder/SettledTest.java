package ch.meinkonto.connector.folder;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.TickingClock;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettledTest {

  private static final Duration SETTLE = Duration.ofSeconds(2);

  private final TickingClock clock = new TickingClock();
  private final Settled settled = new Settled(clock, SETTLE);
  @TempDir private Path folder;

  private List<String> look() {
    File[] files = folder.toFile().listFiles();
    return settled.filterFiles(files == null ? new File[0] : files).stream()
        .map(File::getName)
        .toList();
  }

  @Test
  void letsAFileThroughWhenItHasStayedTheSame() throws IOException {
    Files.writeString(folder.resolve("brief.json"), "{}");
    assertThat(look()).isEmpty();
    clock.tick(SETTLE);
    assertThat(look()).containsExactly("brief.json");
  }

  @Test
  void waitsOnWhileTheFileGrows() throws IOException {
    Path file = Files.writeString(folder.resolve("brief.json"), "{");
    look();
    clock.tick(SETTLE);
    Files.writeString(file, "{ \"reference\":");
    assertThat(look()).isEmpty();
    clock.tick(SETTLE);
    assertThat(look()).containsExactly("brief.json");
  }

  @Test
  void looksOnlyAtJsonFiles() throws IOException {
    Files.writeString(folder.resolve("brief.json.part"), "{}");
    Files.writeString(folder.resolve(".brief.json"), "{}");
    Files.writeString(folder.resolve("Brief.pdf"), "%PDF");
    Files.createDirectory(folder.resolve("ordner.json"));
    look();
    clock.tick(SETTLE);
    assertThat(look()).isEmpty();
  }
}
