package ch.meinkonto.testing;

import java.io.InputStream;

/** As many bytes as somebody wants, of which no two pieces are the same; held by nobody. */
public final class Noise extends InputStream {

  private static final long STEP = 0x9e3779b97f4a7c15L; // the golden ratio

  private final long size;
  private long at;

  public Noise(long size) {
    this.size = size;
  }

  @Override
  public int read() {
    return at < size ? (int) ((at++ * STEP) >>> 40) & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    var count = (int) Math.min(length, size - at);
    for (var i = 0; i < count; i++) {
      into[offset + i] = (byte) read();
    }
    return count > 0 || length == 0 ? count : -1;
  }
}
