package ch.meinkonto.testing;

import java.io.InputStream;
import java.util.Arrays;

/** As many zeros as somebody wants, held by nobody. */
public final class Zeros extends InputStream {

  private long left;

  public Zeros(long count) {
    this.left = count;
  }

  @Override
  public int read() {
    return left-- > 0 ? 0 : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (left <= 0) {
      return -1;
    }
    var count = (int) Math.min(length, left);
    Arrays.fill(into, offset, offset + count, (byte) 0);
    left -= count;
    return count;
  }

  @Override
  public long skip(long count) {
    var skipped = Math.clamp(count, 0, left);
    left -= skipped;
    return skipped;
  }
}
