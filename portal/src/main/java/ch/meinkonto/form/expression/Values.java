package ch.meinkonto.form.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calculation with values. What leaves the bounds is nothing, so that nothing grows for ever. */
final class Values {

  private static final BigDecimal BOUND = new BigDecimal("1e30");
  private static final int MAX_DECIMALS = 20;
  private static final int QUOTIENT_DECIMALS = 10;
  private static final int MAX_TEXT = 10_000;

  private Values() {}

  static @Nullable Object bounded(BigDecimal number) {
    if (number.abs().compareTo(BOUND) > 0) {
      return null;
    }
    return number.scale() > MAX_DECIMALS
        ? number.setScale(MAX_DECIMALS, RoundingMode.HALF_EVEN)
        : number;
  }

  static @Nullable Object total(BigDecimal a, BigDecimal b) {
    return bounded(a.add(b));
  }

  static @Nullable Object product(BigDecimal a, BigDecimal b) {
    return bounded(a.multiply(b));
  }

  /** To ten decimals, half up; nothing when divided by zero. */
  static @Nullable Object quotient(BigDecimal a, BigDecimal b) {
    return b.signum() == 0 ? null : bounded(a.divide(b, QUOTIENT_DECIMALS, RoundingMode.HALF_UP));
  }

  /** The nearest multiple of a step, half up; nothing when the step isn’t positive. */
  static @Nullable Object multiple(BigDecimal number, BigDecimal step, RoundingMode mode) {
    return step.signum() <= 0 ? null : bounded(number.divide(step, 0, mode).multiply(step));
  }

  static @Nullable Object joined(String a, String b) {
    return a.length() + b.length() > MAX_TEXT ? null : a + b;
  }

  static @Nullable Object later(Temporal moment, Period period) {
    return inYears(moment, period);
  }

  static @Nullable Object earlier(Temporal moment, Period period) {
    return inYears(moment, period.negated());
  }

  private static @Nullable Object inYears(Temporal moment, Period period) {
    try {
      var moved = moment.plus(period);
      var year = moved.get(java.time.temporal.ChronoField.YEAR);
      return year < 1 || year > 9999 ? null : moved;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  static Object daysBetween(LocalDate later, LocalDate earlier) {
    return BigDecimal.valueOf(ChronoUnit.DAYS.between(earlier, later));
  }

  static boolean same(Object a, Object b) {
    return (a instanceof BigDecimal x && b instanceof BigDecimal y)
        ? x.compareTo(y) == 0
        : a.equals(b);
  }

  static int compare(Object a, Object b) {
    return switch (a) {
      case BigDecimal number -> number.compareTo((BigDecimal) b);
      case ChronoLocalDate date -> date.compareTo((LocalDate) b);
      case ChronoZonedDateTime<?> moment -> moment.compareTo((ZonedDateTime) b);
      default -> throw new IllegalStateException("no order: " + a.getClass());
    };
  }

  static boolean contains(Object list, Object item) {
    return list instanceof List<?> items
        && items.stream().anyMatch(other -> other != null && same(other, item));
  }

  static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /** The fields of an item of a list. */
  @SuppressWarnings("unchecked") // items of a compound type are maps by name
  static Map<String, ?> fields(@Nullable Object item) {
    return item instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
  }

  static boolean empty(@Nullable Object value) {
    return value == null || value.equals("") || (value instanceof List<?> l && l.isEmpty());
  }

  /** The item at an index from 0, or from -1 backwards; nothing when there is none. */
  static @Nullable Object item(@Nullable Object value, @Nullable Object index) {
    var list = list(value);
    if (!(index instanceof BigDecimal number)
        || number.abs().compareTo(BigDecimal.valueOf(9999)) > 0) {
      return null;
    }
    var i = number.intValue() < 0 ? list.size() + number.intValue() : number.intValue();
    return i >= 0 && i < list.size() ? list.get(i) : null;
  }
}
