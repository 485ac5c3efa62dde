package ch.meinkonto.form.notation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A bank account (ISO 13616).
 *
 * @param country the only country allowed, empty for any
 */
public record Iban(Optional<String> country) implements Notation {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

  /**
   * Lengths of the countries where people here have accounts; others are checked by digits only.
   */
  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("CH", 21),
          Map.entry("LI", 21),
          Map.entry("AT", 20),
          Map.entry("BE", 16),
          Map.entry("DE", 22),
          Map.entry("ES", 24),
          Map.entry("FR", 27),
          Map.entry("GB", 22),
          Map.entry("HR", 21),
          Map.entry("IT", 27),
          Map.entry("LU", 20),
          Map.entry("NL", 18),
          Map.entry("PL", 28),
          Map.entry("PT", 25),
          Map.entry("SE", 24));

  @Override
  public String name() {
    return "iban";
  }

  @Override
  public Optional<String> canonical(String typed) {
    return Optional.of(Notation.compact(typed).toUpperCase(Locale.ROOT))
        .filter(iban -> FORM.matcher(iban).matches())
        .filter(iban -> country.isEmpty() || iban.startsWith(country.get()))
        .filter(iban -> LENGTHS.getOrDefault(iban.substring(0, 2), iban.length()) == iban.length())
        .filter(iban -> CheckDigits.mod97(iban) == 1);
  }

  @Override
  public String shown(String canonical) {
    return canonical.replaceAll("(.{4})(?=.)", "$1 ");
  }

  @Override
  public String pattern() {
    return "^" + country.orElse("[A-Z]{2}") + "[0-9]{2}[A-Z0-9]{11,30}$";
  }

  @Override
  public String sample(RandomGenerator random) {
    var where = country.orElse("CH");
    var account = Notation.digits(random, LENGTHS.getOrDefault(where, 21) - 4);
    var check = 98 - CheckDigits.mod97(where + "00" + account);
    return "%s%02d%s".formatted(where, check, account);
  }

  @Override
  public Optional<String> inputMode() {
    return Optional.empty();
  }
}
