package ch.meinkonto.form.expression;

import static ch.meinkonto.form.expression.Function.fixed;
import static ch.meinkonto.form.expression.Function.withOptional;
import static ch.meinkonto.form.expression.Type.Plain.DATE;
import static ch.meinkonto.form.expression.Type.Plain.MOMENT;
import static ch.meinkonto.form.expression.Type.Plain.NUMBER;
import static ch.meinkonto.form.expression.Type.Plain.PERIOD;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Functions about days. “Today” is the day in the city. */
final class DateFunctions {

  private static final BigDecimal MAX_PERIOD = BigDecimal.valueOf(100_000);

  static final Map<String, Function> ALL =
      Map.ofEntries(
          Map.entry("today", fixed("today()", DATE, (s, a) -> s.now().toLocalDate())),
          Map.entry("now", fixed("now()", MOMENT, (s, a) -> s.now())),
          Map.entry("days", period("days(n)", Period::ofDays)),
          Map.entry("months", period("months(n)", Period::ofMonths)),
          Map.entry("years", period("years(n)", Period::ofYears)),
          Map.entry("year", part("year(date)", LocalDate::getYear)),
          Map.entry("month", part("month(date)", LocalDate::getMonthValue)),
          Map.entry("day", part("day(date)", LocalDate::getDayOfMonth)),
          Map.entry("weekday", part("weekday(date)", d -> d.getDayOfWeek().getValue())),
          Map.entry(
              "start-of-month",
              fixed("start-of-month(date)", DATE, (s, a) -> day(a, 0).withDayOfMonth(1), DATE)),
          Map.entry(
              "age", withOptional("age(date, on)", 1, NUMBER, DateFunctions::age, DATE, DATE)),
          Map.entry(
              "set-time",
              fixed(
                  "set-time(date, hour, minute)",
                  MOMENT,
                  DateFunctions::setTime,
                  DATE,
                  NUMBER,
                  NUMBER)),
          Map.entry(
              "next",
              fixed("next([date, …])", DATE, DateFunctions::next, new Type.ListOf(DATE, 0))));

  private DateFunctions() {}

  private static Function period(String usage, IntFunction<Period> period) {
    return fixed(
        usage,
        PERIOD,
        (scope, arguments) -> {
          var number = whole(arguments.getFirst());
          return number == null ? null : period.apply(number);
        },
        NUMBER);
  }

  private static Function part(String usage, ToIntFunction<LocalDate> part) {
    return fixed(usage, NUMBER, (s, a) -> BigDecimal.valueOf(part.applyAsInt(day(a, 0))), DATE);
  }

  private static Object age(Scope scope, List<Object> arguments) {
    var on = arguments.size() > 1 ? day(arguments, 1) : scope.now().toLocalDate();
    return BigDecimal.valueOf(Period.between(day(arguments, 0), on).getYears());
  }

  private static @Nullable Object setTime(Scope scope, List<Object> arguments) {
    var hour = whole(arguments.get(1));
    var minute = whole(arguments.get(2));
    if (hour == null || minute == null || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return null;
    }
    return day(arguments, 0).atTime(hour, minute).atZone(scope.now().getZone());
  }

  /** The first of the days that is today or later. */
  private static @Nullable Object next(Scope scope, List<Object> arguments) {
    var today = scope.now().toLocalDate();
    return Values.list(arguments.getFirst()).stream()
        .map(LocalDate.class::cast)
        .filter(date -> !date.isBefore(today))
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private static @Nullable Integer whole(Object value) {
    var number = (BigDecimal) value;
    return number.abs().compareTo(MAX_PERIOD) > 0 || number.stripTrailingZeros().scale() > 0
        ? null
        : number.intValue();
  }

  private static LocalDate day(List<Object> arguments, int index) {
    return (LocalDate) arguments.get(index);
  }
}
