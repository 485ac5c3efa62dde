package ch.meinkonto.statistics;

import java.time.YearMonth;
import java.util.Comparator;

/**
 * The smallest thing that is counted; all else is a sum of these.
 *
 * @param service of which service; empty for none
 * @param unit of which unit; empty for none
 * @param detail which step, time span or kind of login; empty for none
 */
record Cell(YearMonth month, Measure measure, String service, String unit, String detail)
    implements Comparable<Cell> {

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::month)
          .thenComparing(Cell::measure)
          .thenComparing(Cell::service)
          .thenComparing(Cell::unit)
          .thenComparing(Cell::detail);

  Cell(YearMonth month, Measure measure) {
    this(month, measure, "", "", "");
  }

  Cell(YearMonth month, Measure measure, String detail) {
    this(month, measure, "", "", detail);
  }

  /** All who count several at once do so in this order, and never wait for each other crosswise. */
  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
