package ch.meinkonto.statistics;

import ch.meinkonto.catalogue.Catalogue;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes a month once it is over, as a whole and for good; the exact counts are erased in the
 * same transaction. So no number ever changes, and none can be subtracted from yesterday's.
 */
@Component
class Publication {

  private static final Logger log = LoggerFactory.getLogger(Publication.class);
  private static final int YEAR = 12;

  private final Tally tally;
  private final ActiveAccounts active;
  private final Rounding rounding;
  private final Figures figures;
  private final Catalogue catalogue;
  private final Months months;
  private final TransactionTemplate transaction;

  Publication(
      Tally tally,
      ActiveAccounts active,
      Rounding rounding,
      Figures figures,
      Catalogue catalogue,
      Months months,
      TransactionTemplate transaction) {
    this.tally = tally;
    this.active = active;
    this.rounding = rounding;
    this.figures = figures;
    this.catalogue = catalogue;
    this.months = months;
    this.transaction = transaction;
  }

  /** Publishes all months that are over and not published yet. */
  void publish() {
    var last = months.lastSettled(Measure.OPENED);
    next().stream()
        .flatMap(first -> Stream.iterate(first, m -> !m.isAfter(last), m -> m.plusMonths(1)))
        .forEach(month -> transaction.executeWithoutResult(_ -> publish(month)));
    var forms = months.lastSettled(Measure.FORM);
    tally.months(Measure.FORM).stream()
        .filter(month -> !month.isAfter(forms))
        .forEach(month -> transaction.executeWithoutResult(_ -> publish(Measure.FORM, month)));
  }

  /** After the last that is published; at first, the earliest in which anything was counted. */
  private Optional<YearMonth> next() {
    return figures
        .lastMonth()
        .map(month -> month.plusMonths(1))
        .or(() ->
            EnumSet.complementOf(EnumSet.of(Measure.FORM)).stream()
                .flatMap(measure -> tally.months(measure).stream().limit(1))
                .min(YearMonth::compareTo));
  }

  private void publish(YearMonth month) {
    EnumSet.complementOf(EnumSet.of(Measure.FORM)).forEach(measure -> publish(measure, month));
    var year = month.minusMonths(YEAR - 1);
    figures.add(
        List.of(
            rounding.of(new Cell(month, Measure.ACTIVE_MONTH), active.count(month, month)),
            rounding.of(new Cell(month, Measure.ACTIVE_YEAR), active.count(year, month)),
            new Figure(
                new Cell(month, Measure.SERVICES), catalogue.offer().services().size(), false)),
        false);
    active.erase(year);
    log.info("Published the statistics of {}", month);
  }

  private void publish(Measure measure, YearMonth month) {
    figures.add(
        tally.of(measure, month).stream()
            .map(counted -> rounding.of(counted.cell(), counted.count()))
            .toList(),
        false);
    tally.erase(measure, month);
  }
}
