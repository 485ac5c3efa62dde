package ch.meinkonto.platform.upload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;

/**
 * A PDF of which no more than some megabytes are unpacked. Its skeleton may be packed, and who made
 * it may have packed gigabytes of nothing.
 */
final class BoundedPdf extends COSDocument {

  private static final long MOST_UNPACKED = 8L << 20;
  private static final int HEAD = 2;

  private final RandomAccessStreamCache cache;
  private final ICOSParser parser;
  private long unpacked;

  BoundedPdf(StreamCacheCreateFunction caches, ICOSParser parser) throws IOException {
    super(caches, parser);
    this.cache = caches.create();
    this.parser = parser;
  }

  @Override
  public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
      throws IOException {
    var stream = new BoundedStream(parser.createRandomAccessReadView(start, length));
    dictionary.forEach(stream::setItem);
    stream.setKey(dictionary.getKey());
    return stream;
  }

  @Override
  public void close() throws IOException {
    try (cache) {
      super.close();
    }
  }

  private final class BoundedStream extends COSStream {

    BoundedStream(RandomAccessReadView packed) throws IOException {
      super(cache, packed);
    }

    /** Unpacks it once to see how much it is, before the parser keeps all of it. */
    @Override
    public RandomAccessRead createView() throws IOException {
      if (getFilters() != null) {
        requireFlate();
        try (var packed = createRawInputStream()) {
          count(packed);
        }
      }
      return super.createView();
    }

    private void requireFlate() {
      var filters = getFilters() instanceof COSArray many ? many.toList() : List.of(getFilters());
      if (!filters.equals(List.of(COSName.FLATE_DECODE))) {
        throw new TooMuchPdf("an unusual filter");
      }
    }

    private void count(InputStream packed) throws IOException {
      packed.skipNBytes(HEAD);
      var inflater = new Inflater(true);
      var some = new byte[8192];
      try (var in = new InflaterInputStream(packed, inflater)) {
        for (var count = in.read(some); count >= 0; count = in.read(some)) {
          unpacked += count;
          if (unpacked > MOST_UNPACKED) {
            throw new TooMuchPdf("unpacked");
          }
        }
      } catch (EOFException | ZipException e) {
        // broken from here on: the parser stops here, too
      } finally {
        inflater.end();
      }
    }
  }
}
