package ch.meinkonto.simulator.office;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;

/** The documents that offices make. */
final class Letters {

  private Letters() {}

  static byte[] print(List<String> lines) {
    var bytes = new ByteArrayOutputStream();
    try (var document = new Document()) {
      PdfWriter.getInstance(document, bytes);
      document.open();
      var font = FontFactory.getFont(FontFactory.HELVETICA, 22, Font.BOLD);
      for (var line : lines) {
        var paragraph = new Paragraph(line, font);
        paragraph.setSpacingAfter(18);
        document.add(paragraph);
        font = FontFactory.getFont(FontFactory.HELVETICA, 12);
      }
    }
    return bytes.toByteArray();
  }
}
