package ch.meinkonto.connector.paper;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/** Liberation Sans, which has the letters of Europe's languages; PDFs carry what they use of it. */
final class Typeface {

  /** Stands for a character that the typeface does not have. */
  static final String MISSING = "□";

  private static final BaseFont BASE = load();

  private static final Color QUIET = new Color(0x55, 0x55, 0x55);

  private Typeface() {}

  private static BaseFont load() {
    String name = "LiberationSans-Regular.ttf";
    try (InputStream file =
        Objects.requireNonNull(Typeface.class.getResourceAsStream("/font/" + name))) {
      return BaseFont.createFont(
          name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Font size(float points) {
    return new Font(BASE, points);
  }

  /** The same, drawn with an outline. */
  static Font bold(float points) {
    return new Font(BASE, points, Font.BOLD);
  }

  static Font quiet(float points) {
    return new Font(BASE, points, Font.NORMAL, QUIET);
  }

  /** The text as it can be printed: composed, without what steers, with □ for what is missing. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replace('\t', ' ')
        .codePoints()
        .forEach(c -> {
          if (c == '\n' || BASE.charExists(c)) {
            printable.appendCodePoint(c);
          } else if (!steers(c)) {
            printable.append(MISSING);
          }
        });
    return printable.toString();
  }

  /** Control characters, and those that turn the direction of writing. */
  private static boolean steers(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT;
  }
}
