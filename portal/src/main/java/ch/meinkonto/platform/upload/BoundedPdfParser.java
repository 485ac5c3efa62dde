package ch.meinkonto.platform.upload;

import java.io.IOException;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;

/**
 * Knows where each object of a PDF lies, as any parser must, but gives up when they are too many: a
 * table of nothing but entries takes twenty times its size.
 */
final class BoundedPdfParser extends PDFParser {

  /** Two hundred pages that tell each paragraph to those who cannot see have less. */
  static final int MOST_OBJECTS = 250_000;

  BoundedPdfParser(RandomAccessRead source, StreamCacheCreateFunction cache) throws IOException {
    super(source, "", null, null, cache);
    xrefTrailerResolver = new BoundedTable();
  }

  private static final class BoundedTable extends XrefTrailerResolver {

    private int entries;

    @Override
    public void setXRef(COSObjectKey object, long offset) {
      entries++;
      if (entries > MOST_OBJECTS) {
        throw new IllegalStateException("Too many objects");
      }
      super.setXRef(object, offset);
    }

    @Override
    protected void reset() {
      super.reset();
      entries = 0;
    }
  }
}
