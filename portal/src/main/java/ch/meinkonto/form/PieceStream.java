package ch.meinkonto.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads a file piece by piece, as each is needed, and complains when one is missing. */
final class PieceStream extends InputStream {

  private final IntFunction<Optional<byte[]>> pieces;
  private long left;
  private int next;
  private byte[] piece = new byte[0];
  private int at;

  /**
   * Begins.
   *
   * @param size of the whole file
   * @param pieces each by its position, opened; none when it is missing or not its own
   */
  PieceStream(long size, IntFunction<Optional<byte[]>> pieces) {
    this.left = size;
    this.pieces = pieces;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    if (at == piece.length) {
      piece = fetch();
      at = 0;
    }
    var count = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, into, offset, count);
    at += count;
    left -= count;
    return count;
  }

  private byte[] fetch() throws IOException {
    var found =
        pieces
            .apply(next)
            .orElseThrow(() -> new IOException("A piece of a draft’s file is not there"));
    if (found.length == 0 || found.length > left) {
      throw new IOException("A draft’s file is not as long as it was");
    }
    next++;
    return found;
  }
}
