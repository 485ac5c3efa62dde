package ch.meinkonto.connector.worklist.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import javax.crypto.SecretKey;

/** The content of a sealed file. Who cuts it off, swaps or repeats pieces ends the reading. */
final class OpenedFile extends InputStream {

  private final PushbackInputStream sealed;
  private final SecretKey key;
  private byte[] piece = new byte[0];
  private int at;
  private int number;
  private boolean last;

  OpenedFile(InputStream sealed, SecretKey key) {
    this.sealed = new PushbackInputStream(sealed);
    this.key = key;
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
    while (at == piece.length) {
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
    byte[] read = sealed.readNBytes(DataKey.PIECE + Gcm.TAG);
    int more = sealed.read();
    if (more >= 0) {
      sealed.unread(more);
    }
    last = more < 0;
    piece = Gcm.open(key, DataKey.nonce(number++, last), read, 0, read.length, new byte[0]);
    at = 0;
  }

  @Override
  public void close() throws IOException {
    sealed.close();
  }
}
