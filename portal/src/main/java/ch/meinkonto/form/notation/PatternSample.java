package ch.meinkonto.form.notation;

import com.google.re2j.Pattern;
import java.util.random.RandomGenerator;

/**
 * Finds a text that a simple pattern matches: literal characters, classes, groups with alternatives
 * and counts. What is beyond that gives a best effort that is checked at the end.
 */
public final class PatternSample {

  private static final int TRIES = 200;

  private final String pattern;
  private final RandomGenerator random;
  private int at;

  private PatternSample(String pattern, RandomGenerator random) {
    this.pattern = pattern;
    this.random = random;
  }

  /** A text that matches; {@code IllegalStateException} when the pattern is beyond this finder. */
  public static String of(Pattern compiled, String pattern, RandomGenerator random) {
    for (var i = 0; i < TRIES; i++) {
      var sample = new PatternSample(pattern, random).alternatives();
      if (compiled.matches(sample)) {
        return sample;
      }
    }
    throw new IllegalStateException("no sample of the pattern " + pattern);
  }

  private String alternatives() {
    var chosen = sequence();
    var count = 1;
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      var other = sequence();
      count++;
      chosen = random.nextInt(count) == 0 ? other : chosen;
    }
    return chosen;
  }

  private String sequence() {
    var text = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      var start = at;
      var piece = atom();
      var times = times();
      var end = at;
      for (var i = 0; i < times; i++) {
        text.append(piece);
        at = start;
        piece = atom();
      }
      at = end;
    }
    return text.toString();
  }

  private String atom() {
    var c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> String.valueOf(pick(characterClass()));
      case '\\' -> String.valueOf(pick(escaped(pattern.charAt(at++))));
      case '.' -> "x";
      case '^', '$' -> "";
      default -> String.valueOf(c);
    };
  }

  private String group() {
    if (pattern.startsWith("?:", at)) {
      at += 2;
    }
    var inner = alternatives();
    at++;
    return inner;
  }

  private String characterClass() {
    var characters = new StringBuilder();
    while (pattern.charAt(at) != ']') {
      var first = pattern.charAt(at++);
      if (first == '\\') {
        characters.append(escaped(pattern.charAt(at++)));
      } else if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
        for (var c = first; c <= pattern.charAt(at + 1); c++) {
          characters.append(c);
        }
        at += 2;
      } else {
        characters.append(first);
      }
    }
    at++;
    return characters.toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'd' -> "0123456789";
      case 'w' -> "abcxyzABCXYZ0123456789_";
      case 's' -> " ";
      default -> String.valueOf(c);
    };
  }

  private int times() {
    if (at >= pattern.length()) {
      return 1;
    }
    return switch (pattern.charAt(at)) {
      case '?' -> {
        at++;
        yield random.nextInt(2);
      }
      case '*' -> {
        at++;
        yield random.nextInt(4);
      }
      case '+' -> {
        at++;
        yield 1 + random.nextInt(3);
      }
      case '{' -> {
        var end = pattern.indexOf('}', at);
        var bounds = pattern.substring(at + 1, end).split(",", -1);
        at = end + 1;
        var least = Integer.parseInt(bounds[0]);
        var most =
            bounds.length == 1
                ? least
                : bounds[1].isEmpty() ? least + 3 : Integer.parseInt(bounds[1]);
        yield least + random.nextInt(most - least + 1);
      }
      default -> 1;
    };
  }

  private char pick(String characters) {
    return characters.charAt(random.nextInt(characters.length()));
  }
}
