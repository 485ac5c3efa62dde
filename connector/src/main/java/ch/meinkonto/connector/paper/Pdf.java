package ch.meinkonto.connector.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Sets lines on A4 pages: labels on the left, values on the right. */
final class Pdf {

  private static final float MARGIN = 56;
  private static final float TITLE = 20;
  private static final float HEADING = 13;
  private static final float TEXT = 10.5f;
  private static final float SMALL = 8.5f;
  private static final Color QUIET = new Color(0x55, 0x55, 0x55);
  private static final Color HAIRLINE = new Color(0xD0, 0xD0, 0xD0);

  private Pdf() {}

  static byte[] print(String title, List<Line> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
      PdfWriter.getInstance(document, bytes).setPageEvent(new Footer(title));
      document.addTitle(title);
      document.setDocumentLanguage("de-CH");
      document.open();
      document.add(paragraph(title, Typeface.size(TITLE), 12));
      for (List<Line> section : sections(lines)) {
        document.add(table(section));
      }
      if (lines.stream().anyMatch(Pdf::lacksCharacters)) {
        document.add(
            paragraph(
                Typeface.MISSING
                    + " steht für ein Zeichen, das sich nicht drucken lässt. Sie "
                    + "finden es in der JSON-Datei.",
                Typeface.size(SMALL),
                0));
      }
    }
    return bytes.toByteArray();
  }

  private static Paragraph paragraph(String text, Font font, float after) {
    Paragraph paragraph = new Paragraph(Typeface.printable(text), font);
    paragraph.setSpacingAfter(after);
    return paragraph;
  }

  /** Each heading with what stands under it. */
  private static List<List<Line>> sections(List<Line> lines) {
    List<List<Line>> sections = new ArrayList<>();
    for (Line line : lines) {
      if (sections.isEmpty() || line instanceof Line.Heading) {
        sections.add(new ArrayList<>());
      }
      sections.getLast().add(line);
    }
    return sections;
  }

  /** A heading is never left alone at the foot of a page, and stands on the next page again. */
  private static PdfPTable table(List<Line> lines) {
    PdfPTable table = new PdfPTable(new float[] {36, 64});
    table.setWidthPercentage(100);
    table.setSplitLate(false);
    table.setHeaderRows(lines.getFirst() instanceof Line.Heading && lines.size() > 1 ? 1 : 0);
    for (Line line : lines) {
      switch (line) {
        case Line.Heading(String text) -> {
          PdfPCell cell = cell(text, Typeface.size(HEADING));
          cell.setColspan(2);
          cell.setPaddingTop(16);
          table.addCell(cell);
        }
        case Line.Entry(String label, List<String> values) -> {
          Font quiet = Typeface.size(TEXT);
          quiet.setColor(QUIET);
          table.addCell(cell(label, quiet));
          table.addCell(cell(String.join("\n", values), Typeface.size(TEXT)));
        }
      }
    }
    return table;
  }

  private static PdfPCell cell(String text, Font font) {
    PdfPCell cell = new PdfPCell(new Phrase(Typeface.printable(text), font));
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(HAIRLINE);
    cell.setBorderWidth(0.5f);
    cell.setPadding(5);
    cell.setPaddingLeft(0);
    cell.setLeading(0, 1.35f);
    return cell;
  }

  private static boolean lacksCharacters(Line line) {
    return switch (line) {
      case Line.Heading(String text) -> Typeface.printable(text).contains(Typeface.MISSING);
      case Line.Entry(String label, List<String> values) ->
          Typeface.printable(label + String.join("", values)).contains(Typeface.MISSING);
    };
  }

  private static final class Footer extends PdfPageEventHelper {

    private final String title;

    Footer(String title) {
      this.title = title;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
      Font font = Typeface.size(SMALL);
      font.setColor(QUIET);
      float y = MARGIN / 2;
      ColumnText.showTextAligned(
          writer.getDirectContent(), Element.ALIGN_LEFT, new Phrase(title, font), MARGIN, y, 0);
      ColumnText.showTextAligned(
          writer.getDirectContent(),
          Element.ALIGN_RIGHT,
          new Phrase("Seite " + writer.getPageNumber(), font),
          document.right(),
          y,
          0);
    }
  }
}
