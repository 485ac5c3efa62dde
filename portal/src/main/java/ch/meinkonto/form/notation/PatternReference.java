package ch.meinkonto.form.notation;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A number of a unit’s own making: a pattern, without spaces, in capital letters.
 *
 * @param expression the pattern, in RE2 syntax, of the whole number
 */
public record PatternReference(String expression, Pattern compiled) implements Notation {

  /**
   * A number of this pattern.
   *
   * @throws com.google.re2j.PatternSyntaxException when it is none
   */
  public static PatternReference of(String expression) {
    return new PatternReference(expression, Pattern.compile("(?:" + expression + ")"));
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public Optional<String> canonical(String typed) {
    return Optional.of(typed.replaceAll("[\\s\\u00a0]", "").toUpperCase(Locale.ROOT))
        .filter(compiled::matches);
  }

  @Override
  public String pattern() {
    return "^(?:" + expression + ")$";
  }

  @Override
  public String sample(RandomGenerator random) {
    return PatternSample.of(compiled, expression, random);
  }

  @Override
  public Optional<String> inputMode() {
    return Optional.empty();
  }
}
