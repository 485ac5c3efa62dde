package ch.meinkonto.testing;

import ch.meinkonto.platform.upload.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** A file of any size that nobody has to hold: its bytes are made while they are read. */
public record ManyBytes(long size, long seed) implements Content {

  @Override
  public InputStream open() {
    return new Made();
  }

  /** Whether that reads like this file, to the last byte. */
  public boolean isSame(InputStream other) {
    return checksum(open()) == checksum(other);
  }

  private static long checksum(InputStream bytes) {
    var checked = new CheckedInputStream(bytes, new CRC32C());
    try (checked) {
      checked.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return checked.getChecksum().getValue();
  }

  private final class Made extends InputStream {

    private final SplittableRandom random = new SplittableRandom(seed);
    private long left = size;

    @Override
    public int read() {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      var some = (int) Math.min(left, length);
      for (var i = 0; i < some; i++) {
        into[offset + i] = (byte) random.nextInt();
      }
      left -= some;
      return some;
    }
  }
}
