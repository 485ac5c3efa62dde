package ch.meinkonto.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Something to tell a phone.
 *
 * @param kind which text: {@code notification.sms.<kind>}
 * @param number a mobile number in E.164
 * @param locale the language of the text
 * @param values what stands in the text's {@code {name}} places
 * @param sendUntil from when on it is not worth being sent any more
 */
public record TextMessage(
    String kind, String number, Locale locale, Map<String, String> values, Instant sendUntil) {

  /** Neither number nor values: this may get into a log. */
  @Override
  public String toString() {
    return "TextMessage[" + kind + "]";
  }
}
