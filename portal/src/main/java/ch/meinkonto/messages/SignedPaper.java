package ch.meinkonto.messages;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.Site;
import ch.meinkonto.platform.web.Texts;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** Prints what the portal has signed as a document to keep, with the signed words inside. */
@Component
class SignedPaper {

  static final String ATTACHMENT = "quittung.jwt";

  private static final Color INK = new Color(0x0a, 0x33, 0x47);
  private static final Color MUTED = new Color(0x4a, 0x5a, 0x64);
  private static final Color LINE = new Color(0xc9, 0xd3, 0xd8);

  private static final Font NOTE = font(9, Font.NORMAL, MUTED);

  /** Large enough for a phone, in points. */
  private static final float CODE_SIDE = 84;

  private final Texts texts;
  private final PortalSettings settings;
  private final ObjectProvider<Site> site;

  SignedPaper(Texts texts, PortalSettings settings, ObjectProvider<Site> site) {
    this.texts = texts;
    this.settings = settings;
    this.site = site;
  }

  /**
   * What it says.
   *
   * @param facts the first of them stands out
   * @param parts what the fingerprints are of
   */
  record Words(
      String title,
      String lead,
      List<Map.Entry<String, String>> facts,
      String partsTitle,
      List<Map.Entry<String, String>> parts,
      String partsNote) {}

  /** The document. */
  byte[] of(Words words, String reference, String jws, Locale locale) {
    var bytes = new ByteArrayOutputStream();
    try (var document = new Document(PageSize.A4, 62, 62, 56, 56)) {
      var writer = PdfWriter.getInstance(document, bytes);
      document.addTitle(words.title() + " " + reference);
      document.addAuthor(city(locale));
      document.addCreator("Mein Konto");
      writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
      document.open();
      writer.getExtraCatalog().put(PdfName.LANG, new PdfString(locale.toLanguageTag()));
      writer.addFileAttachment(
          text(locale, "attachment"), jws.getBytes(US_ASCII), null, ATTACHMENT);
      head(document, words, locale);
      facts(document, words.facts());
      parts(document, words);
      check(document, writer, jws, locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void head(Document document, Words words, Locale locale) {
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
    var title = new Paragraph(words.title(), font(24, Font.BOLD, INK));
    title.setSpacingBefore(28);
    title.setSpacingAfter(4);
    document.add(title);
    var lead = new Paragraph(words.lead(), font(11, Font.NORMAL, Color.BLACK));
    lead.setLeading(16);
    lead.setSpacingAfter(16);
    document.add(lead);
  }

  private static void facts(Document document, List<Map.Entry<String, String>> facts) {
    var table = table(new float[] {3, 7});
    boolean strong = true;
    for (var fact : facts) {
      row(table, fact.getKey(), fact.getValue(), strong);
      strong = false;
    }
    document.add(table);
  }

  private static void parts(Document document, Words words) {
    if (words.parts().isEmpty()) {
      return;
    }
    heading(document, words.partsTitle());
    var table = table(new float[] {3, 7});
    words.parts().forEach(part -> row(table, part.getKey(), part.getValue(), false));
    document.add(table);
    small(document, words.partsNote());
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
