package ch.meinkonto.platform;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text without what can’t be seen: control, direction and private characters, halves of pairs. */
public final class Printable {

  private static final Pattern UNPRINTABLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Co}\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]");

  private Printable() {}

  /** Words in one line: composed, printable, single spaces. */
  public static String line(String typed) {
    var spaced = Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("[\\s\\u00a0]+", " ");
    return of(spaced).strip();
  }

  /** The text without them, and without its line ends. */
  public static String of(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("");
  }
}
