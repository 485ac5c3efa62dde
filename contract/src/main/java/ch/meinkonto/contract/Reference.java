package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a request among people, such as {@code MK-2026-7F3K-92QD}: read out on the phone,
 * written on paper. Crockford's base32 has no letters that look alike; the last character checks
 * the others and the year.
 */
public record Reference(@JsonValue String value) {

  private static final Pattern SHAPE =
      Pattern.compile("MK-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_SYMBOLS = 7;

  @JsonCreator
  public Reference {
    if (!SHAPE.matcher(value).matches() || !CheckCharacter.fits(symbols(value))) {
      throw new IllegalArgumentException("not a reference");
    }
  }

  /** A new reference: 35 random bits, so the keeper of references still has to check for twins. */
  public static Reference next(Year year) {
    StringBuilder symbols = new StringBuilder(String.format(Locale.ROOT, "%04d", year.getValue()));
    for (int i = 0; i < RANDOM_SYMBOLS; i++) {
      symbols.append(CheckCharacter.ALPHABET.charAt(RANDOM.nextInt(32)));
    }
    symbols.append(CheckCharacter.of(symbols));
    return new Reference(
        "MK-%s-%s-%s"
            .formatted(symbols.substring(0, 4), symbols.substring(4, 8), symbols.substring(8)));
  }

  /**
   * Reads what a person typed: any case, with or without hyphens and spaces, {@code O} for zero,
   * {@code I} or {@code L} for one. Empty if it cannot be a reference.
   */
  public static Optional<Reference> parse(String typed) {
    String upper = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\-–.]", "");
    if (upper.length() != 14 || !upper.startsWith("MK")) {
      return Optional.empty();
    }
    String symbols = upper.substring(2).replace('O', '0').replace('I', '1').replace('L', '1');
    String candidate =
        "MK-%s-%s-%s"
            .formatted(symbols.substring(0, 4), symbols.substring(4, 8), symbols.substring(8));
    return SHAPE.matcher(candidate).matches() && CheckCharacter.fits(symbols)
        ? Optional.of(new Reference(candidate))
        : Optional.empty();
  }

  private static String symbols(String value) {
    return value.substring(3).replace("-", "");
  }

  @Override
  public String toString() {
    return value;
  }
}
