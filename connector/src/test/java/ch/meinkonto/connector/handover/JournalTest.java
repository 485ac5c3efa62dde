package ch.meinkonto.connector.handover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private record Note(String text) {}

  @TempDir private Path root;

  private Journal<Note> open(List<Note> remembered) throws IOException {
    return Journal.open(root.resolve("notes.jsonl"), new ForcedDisk(), Note.class, remembered::add);
  }

  @Test
  void goesOnAfterALineThatACrashToreWithinALetter() throws IOException {
    open(new ArrayList<>()).add(new Note("Schlüssel"));
    byte[] line = "{\"text\":\"Grü".getBytes(UTF_8);
    Files.write(
        root.resolve("notes.jsonl"),
        Arrays.copyOf(line, line.length - 1),
        StandardOpenOption.APPEND);

    List<Note> remembered = new ArrayList<>();
    open(remembered).add(new Note("Schirm"));
    assertThat(remembered).containsExactly(new Note("Schlüssel"), new Note("Schirm"));
    List<Note> again = new ArrayList<>();
    open(again);
    assertThat(again).isEqualTo(remembered);
  }
}
