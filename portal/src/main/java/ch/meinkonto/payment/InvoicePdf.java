package ch.meinkonto.payment;

import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.Texts;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import net.codecrete.qrbill.canvas.PDFCanvas;
import net.codecrete.qrbill.generator.Address;
import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.Language;
import net.codecrete.qrbill.generator.OutputSize;
import net.codecrete.qrbill.generator.QRBill;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/**
 * A QR-bill on A4 (Swiss Implementation Guidelines QR-bill 2.3). Whoever pays is not named on it:
 * the portal need not know.
 */
@Component
class InvoicePdf {

  private static final float MILLIMETRE = 72 / 25.4f;
  private static final float MARGIN = 25 * MILLIMETRE;
  private static final float WIDTH = 100;
  private static final float LEADING = 16;
  private static final Font PLAIN = new Font(Font.HELVETICA, 11, Font.NORMAL, Color.BLACK);
  private static final Font STRONG = new Font(Font.HELVETICA, 14, Font.BOLD, Color.BLACK);

  private final Texts texts;

  InvoicePdf(Texts texts) {
    this.texts = texts;
  }

  /**
   * The document.
   *
   * @param service what is paid, in the language
   * @param unit whose money it is, in the language
   */
  byte[] of(Payment payment, Creditor creditor, String service, String unit, Locale locale) {
    try (var canvas =
        new PDFCanvas(page(payment, creditor, service, unit, locale), PDFCanvas.LAST_PAGE)) {
      QRBill.draw(bill(payment, creditor, locale), canvas);
      return canvas.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The invoice could not be made", e);
    }
  }

  /** What the bank will say when it is paid: 26 digits and their check digit. */
  static String reference(Payment payment) {
    return net.codecrete.qrbill.generator.Payments.createQRReference(
        Long.toString(payment.number()));
  }

  private Bill bill(Payment payment, Creditor creditor, Locale locale) {
    var bill = new Bill();
    bill.setAccount(creditor.iban());
    bill.setCreditor(address(creditor));
    bill.setAmount(payment.amount());
    bill.setCurrency("CHF");
    bill.setReference(reference(payment));
    bill.updateReferenceType();
    bill.getFormat().setOutputSize(OutputSize.A4_PORTRAIT_SHEET);
    bill.getFormat()
        .setLanguage(
            switch (locale.getLanguage()) {
              case "de" -> Language.DE;
              case "fr" -> Language.FR;
              case "it" -> Language.IT;
              default -> Language.EN;
            });
    return bill;
  }

  private static Address address(Creditor creditor) {
    var address = new Address();
    address.setName(creditor.name());
    address.setStreet(creditor.street());
    address.setHouseNo(creditor.number());
    address.setPostalCode(creditor.postcode());
    address.setTown(creditor.town());
    address.setCountryCode("CH");
    return address;
  }

  private byte[] page(
      Payment payment, Creditor creditor, String service, String unit, Locale locale) {
    var bytes = new ByteArrayOutputStream();
    var title = texts.text(locale, "payment.invoice.title", String.valueOf(payment.number()));
    try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
      var writer = PdfWriter.getInstance(document, bytes);
      document.addTitle(title);
      document.addAuthor(creditor.name());
      document.open();
      writer.getExtraCatalog().put(PdfName.LANG, new PdfString(locale.toLanguageTag()));
      document.add(paragraph(sender(creditor), PLAIN, 36));
      document.add(paragraph(title, STRONG, 18));
      document.add(table(facts(payment, creditor, service, unit, locale)));
      document.add(paragraph(texts.text(locale, "payment.invoice.text"), PLAIN, 0));
    }
    return bytes.toByteArray();
  }

  private List<List<String>> facts(
      Payment payment, Creditor creditor, String service, String unit, Locale locale) {
    var formats = new Formats(locale);
    var day = payment.stateSince().atZone(Formats.ZONE).toLocalDate();
    return List.of(
        List.of(texts.text(locale, "payment.service"), service),
        List.of(texts.text(locale, "payment.unit"), unit),
        List.of(texts.text(locale, "payment.invoice.date"), formats.date(day)),
        List.of(
            texts.text(locale, "payment.invoice.until"),
            formats.date(day.plusDays(creditor.days()))),
        List.of(texts.text(locale, "payment.amount"), formats.money(payment.amount())));
  }

  private static PdfPTable table(List<List<String>> rows) {
    var table = new PdfPTable(new float[] {1, 2});
    table.setWidthPercentage(WIDTH);
    for (var row : rows) {
      for (var text : row) {
        var cell = new PdfPCell(new Phrase(LEADING, text, PLAIN));
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderColor(Color.LIGHT_GRAY);
        cell.setPadding(6);
        table.addCell(cell);
      }
    }
    table.setSpacingAfter(18);
    return table;
  }

  private static Paragraph paragraph(String text, Font font, float after) {
    var paragraph = new Paragraph(LEADING, text, font);
    paragraph.setSpacingAfter(after);
    return paragraph;
  }

  private static String sender(Creditor creditor) {
    return creditor.name()
        + "\n"
        + creditor.street()
        + " "
        + creditor.number()
        + "\n"
        + creditor.postcode()
        + " "
        + creditor.town();
  }
}
