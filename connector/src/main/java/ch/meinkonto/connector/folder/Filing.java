package ch.meinkonto.connector.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Moves what was dealt with out of {@code ausgang}; never over something that lies there. */
final class Filing {

  private final Layout layout;
  private final Disk disk;

  Filing(Layout layout, Disk disk) {
    this.layout = layout;
    this.disk = disk;
  }

  /** The documents go first: as long as the word is there, the work is not finished. */
  void done(Path word, List<Path> documents) throws IOException {
    for (Path document : documents) {
      if (Files.exists(document)) {
        move(document, layout.done());
      }
    }
    move(word, layout.done());
  }

  /** The documents stay: whoever mends the word moves it back. */
  void failed(Path word, String reason) throws IOException {
    Path target = free(layout.failed(), word);
    Path why = target.resolveSibling(target.getFileName() + ".grund.txt");
    Files.deleteIfExists(why);
    disk.write(why, (reason + "\n").getBytes(UTF_8));
    disk.rename(word, target);
    disk.force(layout.failed());
  }

  private void move(Path file, Path folder) throws IOException {
    disk.rename(file, free(folder, file));
    disk.force(folder);
  }

  private static Path free(Path folder, Path file) {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    Path free = folder.resolve(name);
    for (int n = 2; Files.exists(free); n++) {
      free = folder.resolve(name.substring(0, dot) + "-" + n + name.substring(dot));
    }
    return free;
  }
}
