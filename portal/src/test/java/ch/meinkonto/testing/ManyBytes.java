package ch.meinkonto.testing;

import ch.meinkonto.platform.upload.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** A file of any size that nobody has to hold: its bytes are made while they are read. */
public record ManyBytes(long size) implements Content {

  @Override
  public InputStream open() {
    return new Noise(size);
  }

  /** Whether that reads like this file, to the last byte. */
  public boolean isSame(InputStream other) {
    return checksum(open()) == checksum(other);
  }

  private static long checksum(InputStream bytes) {
    var checked = new CheckedInputStream(bytes, new CRC32C());
    try (checked) {
      checked.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return checked.getChecksum().getValue();
  }
}
