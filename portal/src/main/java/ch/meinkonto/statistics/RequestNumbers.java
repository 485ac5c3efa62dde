package ch.meinkonto.statistics;

import ch.meinkonto.statistics.Figures.By;
import ch.meinkonto.statistics.TimeChart.Series;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people sent, and by which service. */
@Component
class RequestNumbers {

  private final Figures figures;

  RequestNumbers(Figures figures) {
    this.figures = figures;
  }

  private Map<String, Amount> sums(Measure measure, By by, Choice choice) {
    return figures.sums(
        measure, by, choice.from(), choice.to(), choice.unitId(), choice.serviceId());
  }

  Amount sent(Choice choice) {
    return sums(Measure.SENT, By.MONTH, choice).values().stream().reduce(Amount.NONE, Amount::plus);
  }

  Section byTime(Choice choice, Wording wording) {
    var sent = Periods.byMonth(sums(Measure.SENT, By.MONTH, choice));
    var withdrawn = Periods.byMonth(sums(Measure.WITHDRAWN, By.MONTH, choice));
    var months = choice.months();
    var chart =
        TimeChart.columns(
            "gesendet",
            wording.text("requests.chart"),
            Periods.told(sent, months, wording),
            new Series(months, Periods.counts(sent), Map.of()));
    return new Section(
        "antraege",
        wording.text("requests"),
        wording.text(
            "requests.told",
            wording.amount(Periods.sum(sent, months)),
            wording.amount(Periods.sum(withdrawn, months))),
        List.of(chart),
        List.of(),
        sheet(Periods.of(choice, wording), sent, withdrawn, wording),
        sheet(Periods.months(choice, wording), sent, withdrawn, wording));
  }

  private static Sheet sheet(
      List<Periods> periods,
      Map<YearMonth, Amount> sent,
      Map<YearMonth, Amount> withdrawn,
      Wording wording) {
    return new Sheet(
        wording.text("requests.table"),
        List.of(
            wording.text("accounts.period"),
            wording.text("requests.sent"),
            wording.text("requests.withdrawn")),
        periods.stream()
            .map(period ->
                new Sheet.Row(
                    period.name(),
                    List.of(
                        wording.count(Periods.sum(sent, period.months())),
                        wording.count(Periods.sum(withdrawn, period.months()))),
                    null))
            .toList());
  }

  Section byService(Choice choice, Wording wording) {
    var sent = sums(Measure.SENT, By.SERVICE, choice);
    var withdrawn = sums(Measure.WITHDRAWN, By.SERVICE, choice);
    var most = sent.values().stream().mapToLong(Amount::count).max().orElse(1);
    var rows =
        sent.entrySet().stream()
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<String, Amount> service) -> service.getValue().count())
                    .reversed())
            .map(service ->
                new Sheet.Row(
                    wording.service(service.getKey()),
                    List.of(
                        wording.count(service.getValue()),
                        wording.count(withdrawn.getOrDefault(service.getKey(), Amount.NONE))),
                    Strip.bar(service.getValue().count(), most)))
            .toList();
    var told =
        rows.isEmpty()
            ? wording.text("none")
            : wording.text("services.told", rows.size(), rows.getFirst().name());
    return Section.of(
        "dienste",
        wording.text("services"),
        told,
        List.of(),
        new Sheet(
            wording.text("services.table"),
            List.of(
                wording.text("services.service"),
                wording.text("requests.sent"),
                wording.text("requests.withdrawn")),
            rows));
  }
}
