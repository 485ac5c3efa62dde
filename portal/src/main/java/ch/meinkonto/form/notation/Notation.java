package ch.meinkonto.form.notation;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** A kind of number or address with rules of its own. */
public interface Notation {

  /** Nothing that anybody types is longer. */
  int MAX_TYPED = 300;

  /** What it is called in service files and in the keys of texts: {@code iban}, {@code email} … */
  String name();

  /** The one form in which it is sent on, empty when what was typed can’t be one. */
  Optional<String> canonical(String typed);

  /** How people like to read it. */
  default String shown(String canonical) {
    return canonical;
  }

  /** The canonical form as a regular expression (ECMA 262), for the answers’ schema. */
  String pattern();

  /** A valid one, for demonstrations and tests. */
  String sample(RandomGenerator random);

  /** HTML’s {@code inputmode}: which keys a phone offers. */
  default Optional<String> inputMode() {
    return Optional.of("numeric");
  }

  /** HTML’s {@code type} of the input. */
  default String inputType() {
    return "text";
  }

  /** HTML’s {@code autocomplete} token where there is one. */
  default Optional<String> autocomplete() {
    return Optional.empty();
  }

  /** Takes out what people put between digits to read them better. */
  static String compact(String typed) {
    return typed.replaceAll("[\\s\\u00a0\\u202f.'’/-]", "");
  }

  /** Some digits. */
  static String digits(RandomGenerator random, int count) {
    return random
        .ints(count, 0, 10)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  /** Groups of characters with a space between, the last group full, as references are printed. */
  static String grouped(String text, int size) {
    var grouped = new StringBuilder(text);
    for (var i = text.length() - size; i > 0; i -= size) {
      grouped.insert(i, ' ');
    }
    return grouped.toString();
  }
}
