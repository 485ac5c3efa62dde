package ch.meinkonto.connector.worklist.vault;

import java.io.IOException;
import java.io.InputStream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** A file that is sealed while it is read, piece by piece; what {@link OpenedFile} opens. */
final class SealedFile extends Pieces {

  private final InputStream content;
  private final SecretKey key;
  private long left;
  private int number;
  private boolean last;

  SealedFile(InputStream content, long size, SecretKey key) {
    super(content);
    this.content = content;
    this.left = size;
    this.key = key;
  }

  /** Of how many pieces a file consists; an empty one of an empty piece. */
  static long pieces(long size) {
    return Math.max(1, Math.ceilDiv(size, DataKey.PIECE));
  }

  @Override
  byte @Nullable [] next() throws IOException {
    if (last) {
      return null;
    }
    byte[] read = content.readNBytes((int) Math.min(left, DataKey.PIECE));
    left -= read.length;
    last = left == 0;
    if (!last && read.length < DataKey.PIECE) {
      throw new IOException("the file is shorter than it was");
    }
    return Gcm.seal(key, DataKey.nonce(number++, last), read, 0, read.length, new byte[0]);
  }
}
