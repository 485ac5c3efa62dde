package ch.meinkonto.platform.upload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.util.unit.DataSize;

/** A file without a name: nothing is left of it when it is closed, or the process killed. */
final class TemporaryFile {

  private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

  /** Others need room, too. */
  private static final DataSize LEFT_FREE = DataSize.ofMegabytes(256);

  private TemporaryFile() {}

  static FileChannel open() throws IOException {
    var path = Files.createTempFile(FOLDER, "mein-konto-", ".sealed"); // of its owner only
    var file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    Files.deleteIfExists(path); // the open channel keeps it
    return file;
  }

  static void checkRoom() throws IOException {
    if (Files.getFileStore(FOLDER).getUsableSpace() < LEFT_FREE.toBytes()) {
      throw new IOException("less than 256 MB are free in " + FOLDER);
    }
  }
}
