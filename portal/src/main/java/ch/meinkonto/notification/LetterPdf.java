package ch.meinkonto.notification;

import ch.meinkonto.platform.web.Formats;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/**
 * A letter as it is printed: A4, with the address where Swiss envelopes have their window on the
 * right (SN 010130).
 */
@Component
class LetterPdf {

  private static final float MILLIMETRE = 72 / 25.4f;
  private static final float LEFT = 25 * MILLIMETRE;
  private static final float WINDOW = 118 * MILLIMETRE;
  private static final float WINDOW_TOP = 52 * MILLIMETRE;
  private static final float WINDOW_HEIGHT = 38 * MILLIMETRE;
  private static final float TEXT_TOP = 105 * MILLIMETRE;
  private static final float LEADING = 16;

  private static final Font PLAIN = new Font(Font.HELVETICA, 11, Font.NORMAL, Color.BLACK);
  private static final Font STRONG = new Font(Font.HELVETICA, 13, Font.BOLD, Color.BLACK);
  private static final Font CODE = new Font(Font.COURIER, 15, Font.BOLD, Color.BLACK);

  private final Clock clock;

  LetterPdf(Clock clock) {
    this.clock = clock;
  }

  /** The document; a paragraph of capital letters, digits and dashes is a code and stands out. */
  byte[] of(PaperLetter letter, String subject, String body, String sender) {
    var bytes = new ByteArrayOutputStream();
    try (var document = new Document(PageSize.A4, LEFT, LEFT, TEXT_TOP, LEFT)) {
      var writer = PdfWriter.getInstance(document, bytes);
      document.addTitle(subject);
      document.addAuthor(sender);
      document.open();
      writer.getExtraCatalog().put(PdfName.LANG, new PdfString(letter.locale().toLanguageTag()));
      place(writer, sender, LEFT);
      place(writer, address(letter.to(), letter.locale()), WINDOW);
      document.add(paragraph(date(letter.locale()), PLAIN));
      document.add(paragraph(subject, STRONG));
      for (var part : body.split("\n\n")) {
        document.add(paragraph(part, part.matches("[0-9A-Z-]+") ? CODE : PLAIN));
      }
    }
    return bytes.toByteArray();
  }

  private String date(Locale locale) {
    return new Formats(locale).date(clock.instant());
  }

  private static void place(PdfWriter writer, String text, float left) {
    var column = new ColumnText(writer.getDirectContent());
    var top = PageSize.A4.getHeight() - WINDOW_TOP;
    column.setSimpleColumn(left, top - WINDOW_HEIGHT, left + WINDOW, top);
    column.setLeading(LEADING);
    column.addText(new Phrase(text, PLAIN));
    column.go();
  }

  /** As the post reads it; a country only abroad. */
  private static String address(PaperLetter.Addressee to, Locale locale) {
    var country =
        to.country().equals("CH") ? "" : Locale.of("", to.country()).getDisplayCountry(locale);
    return Stream.of(to.name(), to.extra(), to.street(), to.postcode() + " " + to.town(), country)
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static Paragraph paragraph(String text, Font font) {
    var paragraph = new Paragraph(LEADING, text, font);
    paragraph.setSpacingAfter(12);
    return paragraph;
  }
}
