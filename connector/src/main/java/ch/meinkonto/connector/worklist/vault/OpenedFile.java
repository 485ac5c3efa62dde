package ch.meinkonto.connector.worklist.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The content of a sealed file. Who cuts it off, swaps or repeats pieces ends the reading. */
final class OpenedFile extends Pieces {

  private final PushbackInputStream sealed;
  private final SecretKey key;
  private int number;
  private boolean last;

  OpenedFile(InputStream sealed, SecretKey key) {
    super(sealed);
    this.sealed = new PushbackInputStream(sealed);
    this.key = key;
  }

  @Override
  byte @Nullable [] next() throws IOException {
    if (last) {
      return null;
    }
    byte[] read = sealed.readNBytes(DataKey.PIECE + Gcm.TAG);
    int more = sealed.read();
    if (more >= 0) {
      sealed.unread(more);
    }
    last = more < 0;
    return Gcm.open(key, DataKey.nonce(number++, last), read, 0, read.length, new byte[0]);
  }
}
