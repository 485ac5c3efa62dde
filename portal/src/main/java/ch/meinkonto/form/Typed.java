package ch.meinkonto.form;

import ch.meinkonto.platform.Printable;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people type: forgiving in form, strict in meaning. */
final class Typed {

  /** Longer than any field allows; what is longer is not looked at. */
  private static final int MAX_LENGTH = 20_000;

  private static final Pattern DAY =
      Pattern.compile("(\\d{1,2})[./ -]\\s*(\\d{1,2})[./ -]\\s*(\\d{4})");
  private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[./ -]\\s*(\\d{4})");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,9})?");

  private Typed() {}

  /** A text as JSON or a browser brings it; empty when it is something else. */
  static Optional<String> text(@Nullable Object given) {
    return switch (given) {
      case String text when text.length() <= MAX_LENGTH -> Optional.of(text);
      case BigDecimal number -> plain(number);
      case Integer number -> Optional.of(number.toString());
      case Long number -> Optional.of(number.toString());
      case Boolean truth -> Optional.of(truth.toString());
      case null, default -> Optional.empty();
    };
  }

  private static Optional<String> plain(BigDecimal number) {
    return Math.abs(number.scale()) <= 20 && number.precision() <= 40
        ? Optional.of(number.toPlainString())
        : Optional.empty();
  }

  /** Whether nothing was typed. */
  static boolean isBlank(@Nullable Object given) {
    return switch (given) {
      case null -> true;
      case String text -> text.isBlank();
      case java.util.List<?> list -> list.isEmpty();
      case Map<?, ?> map -> map.values().stream().allMatch(Typed::isBlank);
      default -> false;
    };
  }

  /** Words in several lines. */
  static String lines(String typed) {
    var composed =
        Normalizer.normalize(typed, Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n');
    return composed
        .lines()
        .map(l -> Printable.of(l.replace('\t', ' ')).stripTrailing())
        .collect(java.util.stream.Collectors.joining("\n"))
        .strip();
  }

  /** 1’250.50, 1250,5, CHF 20.–. */
  static Optional<BigDecimal> number(String typed) {
    var digits =
        typed
            .replaceFirst("(?i)^\\s*(chf|fr\\.?)", "")
            .replaceAll("[\\s\\u00a0\\u202f'’]", "")
            .replaceFirst("\\.[–—-]$", "")
            .replace('−', '-')
            .replace(',', '.');
    return NUMBER.matcher(digits).matches()
        ? Optional.of(new BigDecimal(digits))
        : Optional.empty();
  }

  /** 31.3.2027, 2027-03-31, or day, month and year apart. */
  static Optional<LocalDate> date(Object given) {
    var text =
        given instanceof Map<?, ?> parts
            ? joined(parts, "day", "month", "year")
            : text(given).orElse("");
    var match = DAY.matcher(text.strip());
    try {
      var date =
          match.matches()
              ? LocalDate.of(number(match, 3), number(match, 2), number(match, 1))
              : LocalDate.parse(text.strip());
      return Optional.of(date).filter(d -> d.getYear() >= 1 && d.getYear() <= 9999);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** 3.2027, 2027-03, or month and year apart. */
  static Optional<YearMonth> month(Object given) {
    var text =
        given instanceof Map<?, ?> parts ? joined(parts, "month", "year") : text(given).orElse("");
    var match = MONTH.matcher(text.strip());
    try {
      var month =
          match.matches()
              ? YearMonth.of(number(match, 2), number(match, 1))
              : YearMonth.parse(text.strip());
      return Optional.of(month).filter(m -> m.getYear() >= 1 && m.getYear() <= 9999);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Boolean> truth(Object given) {
    return text(given)
        .flatMap(text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true", "on" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  private static int number(java.util.regex.Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private static String joined(Map<?, ?> parts, String... names) {
    return java.util.Arrays.stream(names)
        .map(name -> text(parts.get(name)).orElse("").strip())
        .collect(java.util.stream.Collectors.joining("."));
  }
}
