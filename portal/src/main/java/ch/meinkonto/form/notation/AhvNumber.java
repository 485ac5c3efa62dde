package ch.meinkonto.form.notation;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** The number of the old-age insurance, 756.1234.5678.97: an EAN-13 (eCH-0044). */
public record AhvNumber() implements Notation {

  @Override
  public String name() {
    return "ahv";
  }

  @Override
  public Optional<String> canonical(String typed) {
    return Optional.of(Notation.compact(typed))
        .filter(n -> n.matches("756[0-9]{10}"))
        .filter(n -> CheckDigits.ean13(n.substring(0, 12)) == n.charAt(12) - '0')
        .map(n -> n.replaceAll("(.{3})(.{4})(.{4})(.{2})", "$1.$2.$3.$4"));
  }

  @Override
  public String pattern() {
    return "^756\\.[0-9]{4}\\.[0-9]{4}\\.[0-9]{2}$";
  }

  @Override
  public String sample(RandomGenerator random) {
    var digits = "756" + Notation.digits(random, 9);
    return canonical(digits + CheckDigits.ean13(digits)).orElseThrow();
  }
}
