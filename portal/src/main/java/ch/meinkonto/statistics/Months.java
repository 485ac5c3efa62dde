package ch.meinkonto.statistics;

import ch.meinkonto.directory.Directory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.stereotype.Component;

/** Months as they pass in the city. */
@Component
class Months {

  private final Directory directory;
  private final Clock clock;

  Months(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  YearMonth now() {
    return YearMonth.from(today());
  }

  /** The last month of a measure to which nothing is added any more. */
  YearMonth lastSettled(Measure measure) {
    return YearMonth.from(today().minus(measure.settles())).minusMonths(1);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), directory.city().zone());
  }
}
