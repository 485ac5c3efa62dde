package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.handover.NotNow;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When the API wants to be asked again (RFC 9110 §10.2.3). */
final class RetryAfter {

  private RetryAfter() {}

  static NotNow in(Answer answer, Clock clock, String why) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .flatMap(value -> wait(value.strip(), clock))
        .map(wait -> new NotNow(why, wait))
        .orElseGet(() -> new NotNow(why));
  }

  private static Optional<Duration> wait(String value, Clock clock) {
    try {
      Duration wait =
          value.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException neither) {
      return Optional.empty();
    }
  }
}
