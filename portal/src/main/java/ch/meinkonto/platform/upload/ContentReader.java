package ch.meinkonto.platform.upload;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Reads a PDF here and there, as its parser wants, and holds a few pieces of it only. */
final class ContentReader implements RandomAccessRead {

  static final int PIECE = 64 * 1024;
  private static final int PIECES = 16;

  /** Of bytes that objects are read from; some of them are looked at twice. */
  private static final int MOST_OF_OBJECTS = 8 << 20;

  private final Content content;
  private final long length;
  private final PdfObjects objects = new PdfObjects();
  private final Map<Long, byte[]> pieces =
      new LinkedHashMap<>(PIECES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
          return size() > PIECES;
        }
      };
  private byte[] piece = new byte[0];
  private long number = -1;
  private long at;
  private boolean closed;
  private int depth;
  private int ofObjects;

  ContentReader(Content content) {
    this.content = content;
    this.length = content.size();
  }

  /** What is read from now on is kept by the parser. */
  void beginObject() {
    depth++;
  }

  /** What is read from now on is looked through only, if it is not part of another object. */
  void endObject() {
    depth--;
  }

  @Override
  public int read() throws IOException {
    if (at >= length) {
      return -1;
    }
    if (depth > 0 && ++ofObjects > MOST_OF_OBJECTS) {
      throw new TooMuchPdf("large objects");
    }
    load();
    return piece[(int) (at++ % PIECE)] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int wanted) throws IOException {
    Objects.checkFromIndexSize(offset, wanted, into.length);
    if (at >= length) {
      return -1;
    }
    var count = 0;
    while (count < wanted && at < length) {
      load();
      var from = (int) (at % PIECE);
      var some = Math.min(wanted - count, piece.length - from);
      System.arraycopy(piece, from, into, offset + count, some);
      count += some;
      at += some;
    }
    return count;
  }

  private void load() throws IOException {
    if (number == at / PIECE) {
      return;
    }
    number = -1;
    var next = at / PIECE;
    var known = pieces.get(next);
    piece = known == null ? fetch(next) : known;
    pieces.put(next, piece);
    number = next;
  }

  private byte[] fetch(long next) throws IOException {
    try (var in = content.open()) {
      in.skipNBytes(next * PIECE);
      var fetched = in.readNBytes((int) Math.min(PIECE, length - next * PIECE));
      objects.look(Math.toIntExact(next), fetched);
      return fetched;
    }
  }

  @Override
  public long getPosition() {
    return at;
  }

  @Override
  public void seek(long position) throws IOException {
    if (position < 0) {
      throw new IOException("There is nothing before the beginning");
    }
    at = Math.min(position, length);
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public boolean isEOF() {
    return at >= length;
  }

  @Override
  public RandomAccessReadView createView(long start, long size) {
    return new RandomAccessReadView(this, start, size);
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
