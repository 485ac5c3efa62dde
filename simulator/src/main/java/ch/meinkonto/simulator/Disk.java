package ch.meinkonto.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are there whole or not at all, also after a power cut. */
public final class Disk {

  private Disk() {}

  /** Writes a file, or another content into it; until then it has the ending {@code .part}. */
  public static void write(Path file, byte[] content) {
    var part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(part, content);
      try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A secret that is made up once: whoever may read the file knows it. */
  public static String secret(Path file) {
    return secret(file, UUID.randomUUID().toString());
  }

  /**
   * The same.
   *
   * @param fresh what it is if there is none yet
   */
  public static String secret(Path file, String fresh) {
    if (!Files.exists(file)) {
      write(file, fresh.getBytes(UTF_8));
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
