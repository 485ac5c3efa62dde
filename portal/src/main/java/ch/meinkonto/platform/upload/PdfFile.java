package ch.meinkonto.platform.upload;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads how many pages a PDF has. Only its skeleton is read, nothing of its pages; with a ceiling
 * for what that takes in memory, and only a few at a time.
 */
final class PdfFile {

  private static final long MAX_MEMORY = 64L << 20;
  private static final Semaphore AT_A_TIME = new Semaphore(2);

  /** What was seen. */
  sealed interface Look {

    /** A PDF with pages. */
    record Pages(int count) implements Look {}

    /** It asks for a password. */
    record Locked() implements Look {}

    /** No PDF, or a broken one. */
    record Unreadable() implements Look {}
  }

  private PdfFile() {}

  static Look look(Content content) {
    AT_A_TIME.acquireUninterruptibly();
    var memory = MemoryUsageSetting.setupMainMemoryOnly(MAX_MEMORY).streamCache;
    try (var document = new BoundedPdfParser(new ContentReader(content), memory).parse()) {
      var pages = document.getNumberOfPages();
      return pages < 1 ? new Look.Unreadable() : new Look.Pages(pages);
    } catch (InvalidPasswordException e) {
      return new Look.Locked();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new Look
          .Unreadable(); // whatever a hostile file makes the parser do, it is no PDF to us
    } finally {
      AT_A_TIME.release();
    }
  }
}
