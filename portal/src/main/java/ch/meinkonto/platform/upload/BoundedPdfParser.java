package ch.meinkonto.platform.upload;

import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;

/**
 * Reads the skeleton of a PDF, and gives up when it is too much: what is read of it takes up to
 * thirty times its size, whatever else the file holds.
 */
final class BoundedPdfParser extends PDFParser {

  /** Two hundred pages that tell each paragraph to those who cannot see have less. */
  static final int MOST_OBJECTS = 250_000;

  private final ContentReader pdf;

  BoundedPdfParser(ContentReader pdf, StreamCacheCreateFunction cache) throws IOException {
    super(pdf, "", null, null, cache);
    this.pdf = pdf;
    xrefTrailerResolver = new BoundedTable();
    document = new BoundedPdf(cache, this);
  }

  @Override
  protected COSDictionary parseCOSDictionary(boolean isDirect) throws IOException {
    pdf.beginObject();
    try {
      return super.parseCOSDictionary(isDirect);
    } finally {
      pdf.endObject();
    }
  }

  @Override
  protected COSBase parseDirObject() throws IOException {
    pdf.beginObject();
    try {
      return super.parseDirObject();
    } finally {
      pdf.endObject();
    }
  }

  private static final class BoundedTable extends XrefTrailerResolver {

    private int entries;

    @Override
    public void setXRef(COSObjectKey object, long offset) {
      entries++;
      if (entries > MOST_OBJECTS) {
        throw new TooMuchPdf("entries");
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
