package ch.meinkonto.payment;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.testing.CityOfTests;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.codecrete.qrbill.generator.QRBill;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A bank’s app reads from the paper what is to be paid, to whom and why. */
class InvoicePdfTest {

  private static final int DPI = 200;
  private static final Creditor CITY =
      new Creditor("Stadt Zürich", "Gasse", "1", "8004", "Zürich", "CH4431999123000889012", 30);
  private static final Payment PAYMENT =
      new Payment(
          new PaymentId(UUID.randomUUID()),
          4711,
          "request",
          UUID.randomUUID(),
          new ServiceId("umzug-melden"),
          new UnitId("amt-1"),
          UUID.randomUUID(),
          Locale.GERMAN,
          new BigDecimal("68.50"),
          BigDecimal.ZERO,
          Set.of(Way.INVOICE),
          PaymentState.INVOICED,
          Instant.parse("2026-11-30T23:30:00Z"),
          Way.INVOICE,
          null,
          Instant.parse("2026-11-30T23:00:00Z"),
          Instant.parse("2026-12-01T00:00:00Z"));

  private final byte[] pdf =
      CityOfTests.portal()
          .bean(InvoicePdf.class)
          .of(PAYMENT, CITY, "Wohnsitzbestätigung bestellen", "Personenmeldeamt", Locale.GERMAN);

  @Test
  void theCodeSaysWhatIsToBePaid() throws Exception {
    try (var document = Loader.loadPDF(pdf)) {
      var image = new PDFRenderer(document).renderImageWithDPI(0, DPI);
      var pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
      var below = image.getHeight() * 2 / 3;
      var code =
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(
                          source.crop(0, below, image.getWidth(), image.getHeight() - below))))
              .getText();
      var bill = QRBill.decodeQrCodeText(code);

      assertThat(bill.getAmount()).isEqualByComparingTo("68.50");
      assertThat(bill.getAccount()).isEqualTo(CITY.iban());
      assertThat(bill.getReference()).isEqualTo("000000000000000000000047119");
      assertThat(bill.getDebtor()).isNull();
    }
  }

  @Test
  void thePaperSaysItInWords() throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document))
          .contains("Rechnung 4711", "Wohnsitzbestätigung bestellen", "Personenmeldeamt")
          .contains("68.50")
          .contains("1. Dezember 2026", "31. Dezember 2026");
    }
  }
}
