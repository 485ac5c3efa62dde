package ch.meinkonto.activation;

import org.jspecify.annotations.Nullable;

/**
 * What the pages about one service's activation show.
 *
 * @param service what it is called
 * @param unit who sends the letter
 * @param action where forms go, and what is looked at again
 * @param back where somebody goes who stops
 */
public record ActivationView(
    String service, String unit, String action, String state, String back) {

  /**
   * The page for the code.
   *
   * @param order where one asks for a letter; null when one can't
   * @param letter what is known of one that was ordered; null when there is none
   */
  public record Code(
      ActivationView place,
      String why,
      String letter,
      @Nullable String order,
      @Nullable LetterNews news) {}

  /** Something about a letter: {@code kind} as a notice has it. */
  public record LetterNews(String kind, String text) {}
}
