package ch.meinkonto.operations;

/**
 * Something that staff should look at, in the words of the page that shows it.
 *
 * @param title what it is, in one line
 * @param text what it means and what helps
 * @param page where one does something about it
 */
public record Attention(Urgency urgency, String title, String text, String page) {

  /** How soon somebody has to look at it. */
  public enum Urgency {
    NOW,
    SOON,
    TO_KNOW
  }
}
