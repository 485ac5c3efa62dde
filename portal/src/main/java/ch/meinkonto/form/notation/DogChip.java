package ch.meinkonto.form.notation;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A dog’s chip: 15 digits, of which the first three are a country (ISO 3166) or a manufacturer from
 * 900 (ISO 11784). 999 is for tests only.
 */
public record DogChip() implements Notation {

  @Override
  public String name() {
    return "dog-chip";
  }

  @Override
  public Optional<String> canonical(String typed) {
    return Optional.of(Notation.compact(typed))
        .filter(chip -> chip.matches("[0-9]{15}"))
        .filter(chip -> !chip.startsWith("000") && !chip.startsWith("999"));
  }

  @Override
  public String shown(String canonical) {
    return Notation.grouped(canonical, 3);
  }

  @Override
  public String pattern() {
    return "^(?!000|999)[0-9]{15}$";
  }

  @Override
  public String sample(RandomGenerator random) {
    return "756" + Notation.digits(random, 12);
  }
}
