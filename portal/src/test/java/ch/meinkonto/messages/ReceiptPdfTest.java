package ch.meinkonto.messages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.Receipts;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.testing.PortalTest;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A parent keeps the receipt, and somebody else checks it. */
@PortalTest
@Import(Story.class)
class ReceiptPdfTest {

  @Autowired Story story;
  @Autowired ReceiptPdf receiptPdf;
  @Autowired SigningKeys keys;
  @Autowired PortalSettings settings;

  @Test
  void saysWhatWasReceivedAndCarriesTheSignedReceipt() throws IOException {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    var jws = story.receipt(request);
    var pdf = receiptPdf.of(story.thread(parent, request), jws, Locale.GERMAN);
    Files.write(Path.of("target/quittung.pdf"), pdf);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(
              "Quittung",
              request.reference().value(),
              "Beilage 1",
              "Tm9ib2R5IHJlYWRz",
              "/quittung/pruefen");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
      var embedded = embedded(document);
      assertThat(embedded).isEqualTo(jws);
      assertThat(Receipts.verify(embedded, keys.published())).isInstanceOf(Checked.Valid.class);
    }
  }

  @Test
  void aPhoneReadsFromThePaperWhereToCheckIt() throws Exception {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    var pdf = receiptPdf.of(story.thread(parent, request), story.receipt(request), Locale.GERMAN);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(read(new PDFRenderer(document).renderImageWithDPI(0, 150)))
          .isEqualTo(settings.url("/quittung/pruefen").toString());
    }
  }

  private static String read(BufferedImage page) throws Exception {
    var width = page.getWidth();
    var height = page.getHeight();
    var pixels = page.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  @Test
  void comesInEnglishToo() throws IOException {
    var parent = story.resident("Anna", "Keller");
    var request = story.sends(parent, "umzug-melden", "personenmeldeamt");
    var pdf = receiptPdf.of(story.thread(parent, request), story.receipt(request), Locale.ENGLISH);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains("Receipt", "Attachment 1");
    }
  }

  private static String embedded(PDDocument document) throws IOException {
    var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
    var file = files.values().iterator().next();
    assertThat(file.getFilename()).isEqualTo(SignedPaper.ATTACHMENT);
    return new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.US_ASCII);
  }
}
