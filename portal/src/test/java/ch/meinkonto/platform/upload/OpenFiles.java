package ch.meinkonto.platform.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The temporary files of uploads that this process has open, by Linux’s own account. */
final class OpenFiles {

  private static final Path OPEN = Path.of("/proc/self/fd");

  private OpenFiles() {}

  /** Those that are open. */
  static List<Path> sealed() {
    try (var files = Files.list(OPEN)) {
      return files.filter(OpenFiles::isSealed).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSealed(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().endsWith(".sealed (deleted)");
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  /** Those that somebody could find by a name. */
  static List<Path> named() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.toString().endsWith(".sealed")).toList();
    }
  }

  /** What somebody sees who may read this process’s files. */
  static String content(Path file) throws IOException {
    return Files.readString(file, ISO_8859_1);
  }

  static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }
}
