package ch.meinkonto.form.notation;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The number of an enterprise, CHE-123.456.788 (eCH-0097). */
public record Uid() implements Notation {

  @Override
  public String name() {
    return "uid";
  }

  /** People often copy it with the addition for value-added tax: that is left away. */
  @Override
  public Optional<String> canonical(String typed) {
    return Optional.of(Notation.compact(typed).toUpperCase(Locale.ROOT))
        .map(uid -> uid.replaceFirst("(MWST|TVA|IVA|VAT)$", ""))
        .filter(uid -> uid.matches("CHE[0-9]{9}"))
        .filter(uid -> CheckDigits.uid(uid.substring(3, 11)) == uid.charAt(11) - '0')
        .map(uid -> uid.replaceAll("CHE(.{3})(.{3})(.{3})", "CHE-$1.$2.$3"));
  }

  @Override
  public String pattern() {
    return "^CHE-[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}$";
  }

  @Override
  public String sample(RandomGenerator random) {
    String digits;
    do {
      digits = Notation.digits(random, 8);
    } while (CheckDigits.uid(digits) == 10);
    return canonical("CHE" + digits + CheckDigits.uid(digits)).orElseThrow();
  }

  @Override
  public Optional<String> inputMode() {
    return Optional.empty();
  }
}
