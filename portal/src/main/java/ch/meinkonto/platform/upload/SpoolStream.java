package ch.meinkonto.platform.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads a part of a spool piece by piece; to skip costs nothing. */
final class SpoolStream extends InputStream {

  private final Spool spool;
  private final long end;
  private long at;
  private long number = -1;
  private byte[] piece = new byte[0];

  SpoolStream(Spool spool, long begin, long end) {
    this.spool = spool;
    this.at = begin;
    this.end = end;
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
    if (at >= end) {
      return -1;
    }
    if (number != at / Spool.PIECE) {
      number = at / Spool.PIECE;
      piece = spool.piece(number);
    }
    var from = (int) (at % Spool.PIECE);
    var count = (int) Math.min(Math.min(length, piece.length - from), end - at);
    System.arraycopy(piece, from, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public long skip(long count) {
    var skipped = Math.clamp(count, 0, end - at);
    at += skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - at);
  }
}
