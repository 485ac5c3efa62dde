package ch.meinkonto.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a module keeps about a person, in words: a part of the page that one can read and print.
 *
 * @param title what it is about, in the page's language
 * @param chapters in their order; none when nothing is kept
 */
public record ReadablePart(String title, List<Chapter> chapters) {

  /**
   * Things that belong together, such as a request with all that was written about it.
   *
   * @param title null when the part has only one chapter
   * @param note a line below the title
   */
  public record Chapter(@Nullable String title, @Nullable String note, List<Line> lines) {}

  /**
   * One thing that is kept.
   *
   * @param term what it is, or when it was
   * @param lead the weightiest words, such as who wrote; null when there are none
   * @param text the rest, paragraph by paragraph
   */
  public record Line(String term, @Nullable String lead, List<String> text) {}
}
