package ch.meinkonto.statistics;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A row’s stretch of time: a month, or what was chosen of a year. */
record Periods(String name, List<YearMonth> months) {

  /** Months, or years when there would be too many of them; the newest first. */
  static List<Periods> of(Choice choice, Wording wording) {
    if (!choice.byYear()) {
      return months(choice, wording);
    }
    var byYear =
        choice.months().stream()
            .collect(Collectors.groupingBy(YearMonth::getYear, TreeMap::new, Collectors.toList()));
    return byYear.descendingMap().entrySet().stream()
        .map(year -> new Periods(Integer.toString(year.getKey()), year.getValue()))
        .toList();
  }

  static List<Periods> months(Choice choice, Wording wording) {
    return choice.months().reversed().stream()
        .map(month -> new Periods(wording.month(month), List.of(month)))
        .toList();
  }

  static Map<YearMonth, Amount> byMonth(Map<String, Amount> sums) {
    var byMonth = new TreeMap<YearMonth, Amount>();
    sums.forEach((day, amount) ->
        byMonth.put(YearMonth.parse(day.substring(0, "yyyy-MM".length())), amount));
    return byMonth;
  }

  static Map<YearMonth, Long> counts(Map<YearMonth, Amount> amounts) {
    var counts = new TreeMap<YearMonth, Long>();
    amounts.forEach((month, amount) -> counts.put(month, amount.count()));
    return counts;
  }

  static Amount sum(Map<YearMonth, Amount> amounts, List<YearMonth> months) {
    return months.stream()
        .map(month -> amounts.getOrDefault(month, Amount.NONE))
        .reduce(Amount.NONE, Amount::plus);
  }

  /** What a picture of it shows: from when to when, and the month that stands out. */
  static String told(Map<YearMonth, Amount> amounts, List<YearMonth> months, Wording wording) {
    var most =
        months.stream()
            .max(
                Comparator.comparingLong(month -> amounts.getOrDefault(month, Amount.NONE).count()))
            .orElseThrow();
    return wording.text(
        "chart.told",
        wording.month(months.getFirst()),
        wording.month(months.getLast()),
        wording.month(most),
        wording.amount(amounts.getOrDefault(most, Amount.NONE)));
  }
}
