package ch.meinkonto.messages;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.contract.Receipts;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.Site;
import ch.meinkonto.platform.web.Texts;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The receipt as a document to keep: what was received, when, for whom; with the signed receipt
 * itself inside, so that whoever gets the document can check it.
 */
@Component
class ReceiptPdf {

  static final String ATTACHMENT = "quittung.jwt";

  private static final Color INK = new Color(0x0a, 0x33, 0x47);
  private static final Color MUTED = new Color(0x4a, 0x5a, 0x64);
  private static final Color LINE = new Color(0xc9, 0xd3, 0xd8);

  private static final Font NOTE = font(9, Font.NORMAL, MUTED);

  /** Large enough for a phone, in points. */
  private static final float CODE_SIDE = 84;

  private final Texts texts;
  private final CityNames names;
  private final SigningKeys keys;
  private final PortalSettings settings;
  private final ObjectProvider<Site> site;

  ReceiptPdf(
      Texts texts,
      CityNames names,
      SigningKeys keys,
      PortalSettings settings,
      ObjectProvider<Site> site) {
    this.texts = texts;
    this.names = names;
    this.keys = keys;
    this.settings = settings;
    this.site = site;
  }

  /** The document, in the reader's language. */
  byte[] of(OpenedThread thread, String jws, Locale locale) {
    var receipt =
        switch (Receipts.verify(jws, keys.published())) {
          case Checked.Valid<Receipt>(Receipt valid) -> valid;
          case Checked.Invalid<Receipt>(var flaw) ->
              throw new IllegalStateException("The receipt of " + thread.id() + ": " + flaw);
        };
    var bytes = new ByteArrayOutputStream();
    try (var document = new Document(PageSize.A4, 62, 62, 56, 56)) {
      var writer = PdfWriter.getInstance(document, bytes);
      var title = text(locale, "title") + " " + receipt.reference();
      document.addTitle(title);
      document.addAuthor(city(locale));
      document.addCreator("Mein Konto");
      writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
      document.open();
      writer.getExtraCatalog().put(PdfName.LANG, new PdfString(locale.toLanguageTag()));
      writer.addFileAttachment(
          text(locale, "attachment"), jws.getBytes(US_ASCII), null, ATTACHMENT);
      head(document, locale);
      facts(document, thread, receipt, locale);
      parts(document, receipt, locale);
      check(document, writer, jws, locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void head(Document document, Locale locale) {
    var band = new PdfPTable(1);
    band.setWidthPercentage(100);
    var cell =
        new PdfPCell(
            new Phrase(city(locale) + "  ·  Mein Konto", font(11, Font.BOLD, Color.WHITE)));
    cell.setBackgroundColor(INK);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(12);
    band.addCell(cell);
    document.add(band);
    var title = new Paragraph(text(locale, "title"), font(24, Font.BOLD, INK));
    title.setSpacingBefore(28);
    title.setSpacingAfter(4);
    document.add(title);
    var lead = new Paragraph(text(locale, "lead"), font(11, Font.NORMAL, Color.BLACK));
    lead.setLeading(16);
    lead.setSpacingAfter(16);
    document.add(lead);
  }

  private void facts(Document document, OpenedThread thread, Receipt receipt, Locale locale) {
    var table = table(new float[] {3, 7});
    row(table, text(locale, "reference"), receipt.reference().value(), true);
    row(table, text(locale, "received"), new Formats(locale).moment(receipt.issuedAt()), false);
    row(table, text(locale, "service"), names.service(thread.subject(), locale), false);
    row(table, text(locale, "unit"), names.unit(thread.subject(), locale), false);
    row(table, text(locale, "id"), receipt.id(), false);
    document.add(table);
  }

  private void parts(Document document, Receipt receipt, Locale locale) {
    heading(document, text(locale, "parts"));
    var table = table(new float[] {3, 7});
    int attachment = 0;
    for (var part : receipt.parts()) {
      var name =
          switch (part.name()) {
            case "metadata" -> text(locale, "part.metadata");
            case "data" -> text(locale, "part.data");
            default -> text(locale, "part.attachment", ++attachment);
          };
      row(table, name, part.tag(), false);
    }
    document.add(table);
    small(document, text(locale, "parts.note"));
  }

  private void check(Document document, PdfWriter writer, String jws, Locale locale) {
    heading(document, text(locale, "check"));
    var address = settings.url("/quittung/pruefen").toString();
    var table = table(new float[] {8, 2});
    var note = new PdfPCell(new Phrase(text(locale, "check.note", address), NOTE));
    note.setBorder(Rectangle.NO_BORDER);
    note.setLeading(13, 0);
    note.setPaddingLeft(0);
    table.addCell(note);
    var code = new PdfPCell(QrCode.of(address).image(writer, CODE_SIDE));
    code.setBorder(Rectangle.NO_BORDER);
    code.setPadding(0);
    code.setHorizontalAlignment(Element.ALIGN_RIGHT);
    table.addCell(code);
    document.add(table);
    var signed = new Paragraph(new Chunk(jws, new Font(Font.COURIER, 7, Font.NORMAL, MUTED)));
    signed.setLeading(9);
    signed.setSpacingBefore(8);
    document.add(signed);
  }

  private static void heading(Document document, String text) {
    var heading = new Paragraph(text, font(13, Font.BOLD, INK));
    heading.setSpacingBefore(20);
    heading.setSpacingAfter(6);
    document.add(heading);
  }

  private static void small(Document document, String text) {
    var paragraph = new Paragraph(text, NOTE);
    paragraph.setLeading(13);
    paragraph.setSpacingBefore(6);
    document.add(paragraph);
  }

  private static PdfPTable table(float[] widths) {
    var table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    return table;
  }

  private static void row(PdfPTable table, String term, String value, boolean strong) {
    table.addCell(cell(new Phrase(term, font(10, Font.NORMAL, MUTED))));
    table.addCell(
        cell(
            new Phrase(
                value, font(strong ? 13 : 10, strong ? Font.BOLD : Font.NORMAL, Color.BLACK))));
  }

  private static PdfPCell cell(Phrase phrase) {
    var cell = new PdfPCell(phrase);
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(LINE);
    cell.setPaddingTop(7);
    cell.setPaddingBottom(7);
    cell.setPaddingLeft(0);
    return cell;
  }

  private static Font font(float size, int style, Color color) {
    return new Font(Font.HELVETICA, size, style, color);
  }

  private String text(Locale locale, String key, Object... arguments) {
    return texts.text(locale, "messages.pdf." + key, arguments);
  }

  private String city(Locale locale) {
    return site.stream().findFirst().map(found -> found.cityName(locale)).orElse("");
  }
}
