package ch.meinkonto.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A letter on paper.
 *
 * @param kind which text: {@code notification.letter.<kind>}
 * @param to whose letterbox
 * @param locale the language of the text
 * @param values what stands in the text's {@code {name}} places
 * @param sendUntil from when on it is not worth being handed over any more
 */
public record PaperLetter(
    String kind, Addressee to, Locale locale, Map<String, String> values, Instant sendUntil) {

  public PaperLetter {
    values = Map.copyOf(values);
  }

  /**
   * A letterbox (eCH-0010); what there is not, is empty.
   *
   * @param name of the person or company
   * @param extra a second line
   * @param street with the number
   * @param country ISO 3166-1 alpha-2
   */
  public record Addressee(
      String name, String extra, String street, String postcode, String town, String country) {}

  /** Neither address nor values: this may get into a log. */
  @Override
  public String toString() {
    return "PaperLetter[" + kind + "]";
  }
}
