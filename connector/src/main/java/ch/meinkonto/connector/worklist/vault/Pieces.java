package ch.meinkonto.connector.worklist.vault;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads pieces one after the other; each is made when it is needed. */
abstract class Pieces extends InputStream {

  private final InputStream source;
  private byte @Nullable [] piece = new byte[0];
  private int at;

  /** Made of what is read there; that is closed with these. */
  Pieces(InputStream source) {
    this.source = source;
  }

  /** The next one, perhaps empty; null after the last. */
  abstract byte @Nullable [] next() throws IOException;

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (piece != null && at == piece.length) {
      piece = next();
      at = 0;
    }
    if (piece == null) {
      return -1;
    }
    int some = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, into, offset, some);
    at += some;
    return some;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
