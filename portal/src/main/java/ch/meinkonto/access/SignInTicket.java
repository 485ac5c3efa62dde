package ch.meinkonto.access;

import ch.meinkonto.platform.crypto.RandomTokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a browser holds while it waits for a phone. It is the same whether or not there is a phone
 * to ask.
 *
 * @param id which request
 * @param askedAt when it was made, in milliseconds
 * @param secret what only this browser knows
 */
public record SignInTicket(UUID id, Instant askedAt, String secret) {

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f-]{36})\\.(\\d{13})\\.([A-Za-z0-9_-]{22})");
  private static final int SECRET_BYTES = 16;

  static SignInTicket next(UUID id, Instant now) {
    return new SignInTicket(
        id, now.truncatedTo(ChronoUnit.MILLIS), RandomTokens.next(SECRET_BYTES));
  }

  /** What a cookie held; empty when it is no ticket. */
  public static Optional<SignInTicket> of(String text) {
    var match = FORM.matcher(text);
    try {
      return match.matches()
          ? Optional.of(
              new SignInTicket(
                  UUID.fromString(match.group(1)),
                  Instant.ofEpochMilli(Long.parseLong(match.group(2))),
                  match.group(3)))
          : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /** For a cookie. */
  public String text() {
    return id + "." + askedAt.toEpochMilli() + "." + secret;
  }
}
