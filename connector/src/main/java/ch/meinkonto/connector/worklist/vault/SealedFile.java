package ch.meinkonto.connector.worklist.vault;

import java.io.IOException;
import java.io.InputStream;
import javax.crypto.SecretKey;

/** A file that is sealed while it is read, piece by piece; what {@link OpenedFile} opens. */
final class SealedFile extends InputStream {

  private final InputStream content;
  private final SecretKey key;
  private long left;
  private byte[] piece = new byte[0];
  private int at;
  private int number;
  private boolean last;

  SealedFile(InputStream content, long size, SecretKey key) {
    this.content = content;
    this.left = size;
    this.key = key;
  }

  /** Of how many pieces a file consists; an empty one of an empty piece. */
  static long pieces(long size) {
    return Math.max(1, Math.ceilDiv(size, DataKey.PIECE));
  }

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
    if (at == piece.length) {
      if (last) {
        return -1;
      }
      next();
    }
    int some = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, into, offset, some);
    at += some;
    return some;
  }

  private void next() throws IOException {
    byte[] read = content.readNBytes((int) Math.min(left, DataKey.PIECE));
    left -= read.length;
    last = left == 0;
    if (!last && read.length < DataKey.PIECE) {
      throw new IOException("the file is shorter than it was");
    }
    piece = Gcm.seal(key, DataKey.nonce(number++, last), read, 0, read.length, new byte[0]);
    at = 0;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
