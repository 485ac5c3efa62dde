package ch.meinkonto.simulator.letter;

import java.time.Instant;
import java.util.List;

/**
 * A letter that the portal had printed and posted.
 *
 * @param to name and address, line by line
 * @param paragraphs what it says
 * @param pdf as it was printed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record PrintedLetter(
    String id, Instant at, List<String> to, String subject, List<String> paragraphs, byte[] pdf) {

  public PrintedLetter {
    to = List.copyOf(to);
    paragraphs = List.copyOf(paragraphs);
  }

  /** Whether a paragraph is a code, which stands out. */
  public static boolean isCode(String paragraph) {
    return paragraph.matches("[0-9A-Z-]{9,}");
  }
}
