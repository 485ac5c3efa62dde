package ch.meinkonto.statistics;

import ch.meinkonto.platform.web.Csv;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;

/**
 * A year of figures, as a file that explains itself.
 *
 * @param about the page that explains it
 * @param sample whether some of it was made up for a demo
 * @param until the last month that is published
 * @param base to a multiple of what all figures are rounded
 */
record OpenData(
    String title,
    URI about,
    URI licence,
    boolean sample,
    YearMonth until,
    int base,
    List<Row> figures) {

  /**
   * A figure.
   *
   * @param count rounded at random to a multiple of five, right on average
   * @param small whether it was from one to four
   */
  record Row(
      String measure,
      String month,
      String service,
      String unit,
      String detail,
      long count,
      boolean small) {

    static Row of(Figure figure) {
      var cell = figure.cell();
      return new Row(
          cell.measure().code(),
          cell.month().toString(),
          cell.service(),
          cell.unit(),
          cell.detail(),
          figure.count(),
          figure.small());
    }
  }

  String csv() {
    var csv = new Csv();
    csv.line("measure", "month", "service", "unit", "detail", "count", "small");
    for (var row : figures) {
      csv.line(
          row.measure(),
          row.month(),
          row.service(),
          row.unit(),
          row.detail(),
          Long.toString(row.count()),
          Boolean.toString(row.small()));
    }
    return csv.toString();
  }
}
