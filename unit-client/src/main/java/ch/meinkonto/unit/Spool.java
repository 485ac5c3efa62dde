package ch.meinkonto.unit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps sealed parts that are large together out of memory while a handler works, still sealed, in
 * a temporary file that is gone when it is closed, and when the program is killed.
 */
final class Spool implements AutoCloseable {

  /** Where a part lies. */
  record Place(long offset, int length) {}

  private final FileChannel file;
  private long end;

  private Spool(FileChannel file) {
    this.file = file;
  }

  static Spool open() throws IOException {
    Path path = Files.createTempFile("mein-konto-", ".sealed"); // readable by its owner only
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    Files.deleteIfExists(path); // the open channel keeps it
    return new Spool(file);
  }

  Place add(String jwe) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(jwe.getBytes(StandardCharsets.US_ASCII));
    Place place = new Place(end, bytes.remaining());
    while (bytes.hasRemaining()) {
      end += file.write(bytes, end);
    }
    return place;
  }

  String read(Place place) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(place.length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, place.offset + bytes.position()) < 0) {
        throw new IOException("the temporary file is too short");
      }
    }
    return new String(bytes.array(), StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
