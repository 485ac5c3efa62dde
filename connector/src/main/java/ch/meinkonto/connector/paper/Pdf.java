package ch.meinkonto.connector.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** Sets lines on A4 pages: labels on the left, values on the right. */
final class Pdf {

  static final float MARGIN = 56;
  private static final float FOOT = 68;
  private static final float TITLE = 20;
  private static final float SECTION = 13;
  private static final float TEXT = 10.5f;
  static final float SMALL = 8.5f;
  private static final Color HAIRLINE = new Color(0xD8, 0xD8, 0xD8);
  private static final Color LINE = new Color(0x44, 0x44, 0x44);

  private Pdf() {}

  /**
   * The PDF.
   *
   * @param kind what it is, with its reference; also at the foot of each page
   * @param title what it is about
   */
  static byte[] print(String kind, String title, List<Line> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, FOOT)) {
      PdfWriter.getInstance(document, bytes).setPageEvent(new PdfFoot(kind));
      document.addTitle(kind);
      document.setDocumentLanguage("de-CH");
      document.open();
      document.add(paragraph(kind, Typeface.quiet(TEXT), 4));
      document.add(paragraph(title, Typeface.bold(TITLE), 14));
      for (List<Line> block : blocks(lines)) {
        document.add(table(block));
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
    paragraph.setLeading(font.getSize() * 1.25f);
    paragraph.setSpacingAfter(after);
    return paragraph;
  }

  /** Each heading, with those that follow at once, and what stands under it. */
  private static List<List<Line>> blocks(List<Line> lines) {
    List<List<Line>> blocks = new ArrayList<>();
    Line before = null;
    for (Line line : lines) {
      boolean begins = line instanceof Line.Heading && !(before instanceof Line.Heading);
      if (blocks.isEmpty() || begins) {
        blocks.add(new ArrayList<>());
      }
      blocks.getLast().add(line);
      before = line;
    }
    return blocks;
  }

  /** Headings are never left alone at the foot of a page, and stand on the next page again. */
  private static PdfPTable table(List<Line> lines) {
    PdfPTable table = new PdfPTable(new float[] {40, 60});
    table.setWidthPercentage(100);
    table.setSplitLate(false);
    int headings = (int) lines.stream().takeWhile(line -> line instanceof Line.Heading).count();
    table.setHeaderRows(headings < lines.size() ? headings : 0);
    for (Line line : lines) {
      switch (line) {
        case Line.Heading heading -> table.addCell(heading(heading));
        case Line.Entry(String label, List<String> values) -> {
          table.addCell(cell(label, Typeface.quiet(TEXT), 0));
          table.addCell(cell(String.join("\n", values), Typeface.size(TEXT), 10));
        }
        case Line.Total(String label, String amount) -> {
          table.addCell(cell(label, Typeface.bold(TEXT), 0));
          table.addCell(cell(amount, Typeface.bold(TEXT), 10));
        }
      }
    }
    return table;
  }

  private static PdfPCell heading(Line.Heading heading) {
    PdfPCell cell =
        switch (heading.level()) {
          case 1 -> cell(heading.text(), Typeface.bold(SECTION), 0);
          case 2 -> cell(heading.text(), Typeface.bold(TEXT), 0);
          default -> cell(heading.text(), Typeface.size(TEXT), 0);
        };
    cell.setColspan(2);
    cell.setPaddingTop(heading.level() == 1 ? 22 : 12);
    if (heading.level() == 1) {
      cell.setBorderColor(LINE);
      cell.setBorderWidth(0.8f);
    }
    return cell;
  }

  private static PdfPCell cell(String text, Font font, float left) {
    PdfPCell cell = new PdfPCell(new Phrase(Typeface.printable(text), font));
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(HAIRLINE);
    cell.setBorderWidth(0.5f);
    cell.setPaddingTop(4);
    cell.setPaddingBottom(6);
    cell.setPaddingRight(0);
    cell.setPaddingLeft(left);
    cell.setLeading(0, 1.3f);
    return cell;
  }

  private static boolean lacksCharacters(Line line) {
    String text =
        switch (line) {
          case Line.Heading heading -> heading.text();
          case Line.Entry(String label, List<String> values) -> label + String.join("", values);
          case Line.Total(String label, String amount) -> label + amount;
        };
    return Typeface.printable(text).contains(Typeface.MISSING);
  }
}
