package ch.meinkonto.statistics;

import ch.meinkonto.statistics.Figures.By;
import ch.meinkonto.statistics.TimeChart.Series;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How many people have an account, and use it. */
@Component
class AccountNumbers {

  private final Figures figures;

  AccountNumbers(Figures figures) {
    this.figures = figures;
  }

  /** What there was of accounts in each month. */
  record Accounts(
      Map<YearMonth, Amount> opened,
      Map<YearMonth, Amount> closed,
      Map<YearMonth, Amount> activeMonth,
      Map<YearMonth, Amount> activeYear,
      Map<YearMonth, Amount> services,
      Map<YearMonth, Long> standing) {

    static Amount at(Map<YearMonth, Amount> amounts, YearMonth month) {
      return amounts.getOrDefault(month, Amount.NONE);
    }
  }

  /** From the beginning until this month. */
  Accounts until(YearMonth to) {
    var first = figures.firstMonth().orElse(to);
    var opened = byMonth(Measure.OPENED, first, to);
    var closed = byMonth(Measure.CLOSED, first, to);
    var standing = new TreeMap<YearMonth, Long>();
    long sum = 0;
    for (var month = first; !month.isAfter(to); month = month.plusMonths(1)) {
      sum += Accounts.at(opened, month).count() - Accounts.at(closed, month).count();
      standing.put(month, Math.max(0, sum));
    }
    return new Accounts(
        opened,
        closed,
        byMonth(Measure.ACTIVE_MONTH, first, to),
        byMonth(Measure.ACTIVE_YEAR, first, to),
        byMonth(Measure.SERVICES, first, to),
        standing);
  }

  private Map<YearMonth, Amount> byMonth(Measure measure, YearMonth from, YearMonth to) {
    return Periods.byMonth(figures.sums(measure, By.MONTH, from, to));
  }

  Section section(Choice choice, Accounts accounts, Wording wording) {
    var months = choice.months();
    var opened = Periods.sum(accounts.opened(), months);
    var end = accounts.standing().getOrDefault(choice.to(), 0L);
    var told =
        wording.text(
            "accounts.told",
            wording.amount(opened),
            Wording.number(end),
            wording.amount(Accounts.at(accounts.activeYear(), choice.to())));
    var columns =
        TimeChart.columns(
            "neue-konten",
            wording.text("accounts.opened"),
            Periods.told(accounts.opened(), months, wording),
            new Series(months, Periods.counts(accounts.opened()), Map.of()));
    var area =
        TimeChart.area(
            "alle-konten",
            wording.text("accounts.standing"),
            told,
            List.of(wording.text("accounts.standing.key"), wording.text("accounts.active-year")),
            new Series(months, accounts.standing(), Periods.counts(accounts.activeYear())));
    return new Section(
        "konten",
        wording.text("accounts"),
        told,
        List.of(area, columns),
        List.of(),
        sheet(Periods.of(choice, wording), accounts, wording),
        sheet(Periods.months(choice, wording), accounts, wording));
  }

  private static Sheet sheet(List<Periods> periods, Accounts accounts, Wording wording) {
    var rows = new ArrayList<Sheet.Row>();
    for (var period : periods) {
      var end = period.months().getLast();
      rows.add(
          new Sheet.Row(
              period.name(),
              List.of(
                  wording.count(Periods.sum(accounts.opened(), period.months())),
                  wording.count(Periods.sum(accounts.closed(), period.months())),
                  wording.count(new Amount(accounts.standing().getOrDefault(end, 0L), 0, false)),
                  wording.count(Accounts.at(accounts.activeMonth(), end)),
                  wording.count(Accounts.at(accounts.activeYear(), end)),
                  wording.count(Accounts.at(accounts.services(), end))),
              null));
    }
    var heads =
        List.of(
                "period",
                "new",
                "closed",
                "standing.key",
                "active-month",
                "active-year",
                "services")
            .stream()
            .map(head -> wording.text("accounts." + head))
            .collect(Collectors.toList());
    return new Sheet(wording.text("accounts.table"), heads, rows);
  }
}
