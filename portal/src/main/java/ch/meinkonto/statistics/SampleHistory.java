package ch.meinkonto.statistics;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a demo a history to show, marked as made up; production has no such setting. */
@Component
class SampleHistory {

  private static final Logger log = LoggerFactory.getLogger(SampleHistory.class);

  private final StatisticsSettings settings;
  private final SampleMonths sample;
  private final Figures figures;
  private final Months months;
  private final TransactionTemplate transaction;

  SampleHistory(
      StatisticsSettings settings,
      SampleMonths sample,
      Figures figures,
      Months months,
      TransactionTemplate transaction) {
    this.settings = settings;
    this.sample = sample;
    this.figures = figures;
    this.months = months;
    this.transaction = transaction;
  }

  /** Nobody waits for it. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (!settings.sample().isEmpty()) {
      Thread.ofVirtual().name("statistics-sample").start(this::loadOnce);
    }
  }

  private void loadOnce() {
    try {
      if (figures.lastMonth().isEmpty()) {
        load(Growth.read(Path.of(settings.sample())));
      }
    } catch (IOException | RuntimeException e) {
      log.warn("There is no sample history: {}", e.toString());
    }
  }

  /** Makes up all months until now: all of them, or none. */
  void load(Growth growth) {
    var last = months.lastSettled(Measure.OPENED);
    var lastForms = months.lastSettled(Measure.FORM);
    transaction.executeWithoutResult(_ -> {
      for (var month = growth.first().plusMonths(1);
          !month.isAfter(last);
          month = month.plusMonths(1)) {
        figures.add(sample.of(month, growth, !month.isAfter(lastForms)), true);
      }
    });
  }
}
