package ch.meinkonto.connector.folder;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.TickingClock;
import ch.meinkonto.connector.files.Desk;
import ch.meinkonto.connector.files.Outbox;
import ch.meinkonto.connector.files.SentWords;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files in {@code ausgang} are ready to be sent, and in which order. */
class WaitingTest {

  private static final Duration SETTLE = Duration.ofSeconds(2);

  private final TickingClock clock = new TickingClock();
  private final Unit unit =
      Unit.connect(
          UnitSettings.of(URI.create("http://localhost"), UnitKeys.generate(Samples.UNIT)));
  @TempDir private Path root;
  private Path folder;
  private Outbox outbox;

  @BeforeEach
  void open() throws IOException {
    Rig rig = new Rig(root);
    folder = rig.layout.outgoing();
    outbox =
        new Outbox(
            new Desk(Samples.UNIT, new LocalFolder(root, new ForcedDisk()), clock, SETTLE),
            SentWords.open(root.resolve("sent.jsonl"), new ForcedDisk()),
            new Replies(unit.cases(), rig.ledger(new ForcedDisk())),
            new Counts());
  }

  @AfterEach
  void close() {
    unit.close();
  }

  @Test
  void letsAFileThroughWhenItHasStayedTheSame() throws IOException {
    Files.writeString(folder.resolve("brief.json"), "{}");
    assertThat(outbox.waiting()).isEmpty();
    clock.tick(SETTLE);
    assertThat(outbox.waiting()).containsExactly("brief.json");
  }

  @Test
  void waitsOnWhileTheFileGrows() throws IOException {
    Path file = Files.writeString(folder.resolve("brief.json"), "{");
    outbox.waiting();
    clock.tick(SETTLE);
    Files.writeString(file, "{ \"reference\":");
    assertThat(outbox.waiting()).isEmpty();
    clock.tick(SETTLE);
    assertThat(outbox.waiting()).containsExactly("brief.json");
  }

  @Test
  void putsTheOldestFirstWhateverItsName() throws IOException {
    Path old = Files.writeString(folder.resolve("z.json"), "{}");
    Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
    Files.writeString(folder.resolve("a.json"), "{}");
    outbox.waiting();
    clock.tick(SETTLE);
    assertThat(outbox.waiting()).containsExactly("z.json", "a.json");
  }

  @Test
  void looksOnlyAtJsonFiles() throws IOException {
    Files.writeString(folder.resolve("brief.json.part"), "{}");
    Files.writeString(folder.resolve(".brief.json"), "{}");
    Files.writeString(folder.resolve("Brief.pdf"), "%PDF");
    Files.createDirectory(folder.resolve("ordner.json"));
    outbox.waiting();
    clock.tick(SETTLE);
    assertThat(outbox.waiting()).isEmpty();
  }
}
