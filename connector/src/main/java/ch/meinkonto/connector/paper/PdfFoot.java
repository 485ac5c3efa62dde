package ch.meinkonto.connector.paper;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** The foot of each page: what it belongs to, and its number. */
final class PdfFoot extends PdfPageEventHelper {

  private final String title;

  PdfFoot(String title) {
    this.title = title;
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    show(writer, Element.ALIGN_LEFT, title, Pdf.MARGIN);
    show(writer, Element.ALIGN_RIGHT, "Seite " + writer.getPageNumber(), document.right());
  }

  private static void show(PdfWriter writer, int alignment, String text, float x) {
    ColumnText.showTextAligned(
        writer.getDirectContent(),
        alignment,
        new Phrase(text, Typeface.quiet(Pdf.SMALL)),
        x,
        Pdf.MARGIN / 2,
        0);
  }
}
