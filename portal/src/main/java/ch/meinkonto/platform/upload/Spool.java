package ch.meinkonto.platform.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The files of one request, one after the other. What is more than a piece lies in a temporary
 * file, sealed piece by piece (AES-256-GCM) under a key that is nowhere but here. The file has no
 * name any more once it is open: it ends with the request, or with the process.
 *
 * <p>First all is written, then {@link #finish} is called, then it is read, as often as needed.
 */
final class Spool implements AutoCloseable {

  static final int PIECE = 64 * 1024;

  private static final int PIECES_BETWEEN_CHECKS = 16;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final byte[] piece = new byte[PIECE];
  private int filled;
  private long sealed;
  private long size;
  private @Nullable FileChannel file;
  private boolean finished;
  private boolean closed;

  Spool() {
    var bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    key = new SecretKeySpec(bytes, "AES");
  }

  /** How much was written. */
  long size() {
    return size;
  }

  /** Adds these bytes. */
  void write(byte[] from, int offset, int length) throws IOException {
    if (finished || closed) {
      throw new IllegalStateException("Nothing can be written any more");
    }
    var at = offset;
    while (at < offset + length) {
      if (filled == PIECE) {
        put(false);
      }
      var count = Math.min(PIECE - filled, offset + length - at);
      System.arraycopy(from, at, piece, filled, count);
      filled += count;
      at += count;
    }
    size += length;
  }

  /** Says that this is all. */
  void finish() throws IOException {
    if (file != null) {
      put(true);
    }
    finished = true;
  }

  private void put(boolean last) throws IOException {
    if (sealed % PIECES_BETWEEN_CHECKS == 0) {
      TemporaryFile.checkRoom();
    }
    if (file == null) {
      file = TemporaryFile.open();
    }
    var bytes = ByteBuffer.wrap(crypt(Cipher.ENCRYPT_MODE, sealed, last, piece, filled));
    var place = sealed * (PIECE + TAG_BYTES);
    while (bytes.hasRemaining()) {
      file.write(bytes, place + bytes.position());
    }
    sealed++;
    filled = 0;
    Arrays.fill(piece, (byte) 0);
  }

  /** Some of the bytes, once all are written. */
  Content content(long begin, long size) {
    return new Content() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public InputStream open() {
        return new SpoolStream(Spool.this, begin, begin + size);
      }
    };
  }

  /** The bytes of this piece: as many as there are. */
  byte[] piece(long number) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    return file == null ? Arrays.copyOf(piece, filled) : open(file, number);
  }

  private byte[] open(FileChannel file, long number) throws IOException {
    var bytes = ByteBuffer.allocate(PIECE + TAG_BYTES);
    var place = number * (PIECE + TAG_BYTES);
    while (bytes.hasRemaining() && file.read(bytes, place + bytes.position()) >= 0) {
      // until it is full, or the file ends
    }
    return crypt(
        Cipher.DECRYPT_MODE, number, number == sealed - 1, bytes.array(), bytes.position());
  }

  /** Each piece has its number and, the last one, its end in its nonce, once under this key. */
  private byte[] crypt(int mode, long number, boolean last, byte[] bytes, int length)
      throws IOException {
    var nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(last ? 1 : 0).putLong(number).array();
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
      return cipher.doFinal(bytes, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IOException("A piece of the temporary file is not as it was written", e);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    Arrays.fill(piece, (byte) 0);
    if (file != null) {
      file.close();
    }
  }
}
