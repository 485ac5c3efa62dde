package ch.meinkonto.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text as it is set on a page: a reference such as MK-2026-7F3K-92QD stays on one line. */
public final class Words {

  private static final Pattern REFERENCE =
      Pattern.compile("\\bMK-\\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\\b");

  private Words() {}

  /**
   * A stretch of a text.
   *
   * @param whole whether it must not be broken
   */
  public record Piece(String text, boolean whole) {}

  /** The stretches of a text, in order; put together they are the text again. */
  public static List<Piece> pieces(String text) {
    var pieces = new ArrayList<Piece>();
    var reference = REFERENCE.matcher(text);
    int at = 0;
    while (reference.find()) {
      add(pieces, text.substring(at, reference.start()), false);
      add(pieces, reference.group(), true);
      at = reference.end();
    }
    add(pieces, text.substring(at), false);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, boolean whole) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, whole));
    }
  }
}
