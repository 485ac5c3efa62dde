package ch.meinkonto.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code statistics_tally}: what was counted and is not published yet. Each count is one
 * of several rows, of which a transaction takes any, so that those who send at the same time do not
 * wait for each other.
 */
@Component
class Tally {

  private static final int SLOTS = 16;

  private final JdbcClient jdbc;

  Tally(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A cell and how often it was counted. */
  record Counted(Cell cell, long count) {}

  /** Counts, with the transaction that it happens in. */
  void add(Cell cell, long count) {
    jdbc.sql(
            """
            INSERT INTO statistics_tally AS tally
              (month, measure, service, unit, detail, slot, count)
            VALUES (:month, :measure, :service, :unit, :detail, :slot, :count)
            ON CONFLICT (month, measure, service, unit, detail, slot)
            DO UPDATE SET count = tally.count + excluded.count
            """)
        .param("month", cell.month().atDay(1))
        .param("measure", cell.measure().code())
        .param("service", cell.service())
        .param("unit", cell.unit())
        .param("detail", cell.detail())
        .param("slot", ThreadLocalRandom.current().nextInt(SLOTS))
        .param("count", count)
        .update();
  }

  /** What was counted of a measure in a month. */
  List<Counted> of(Measure measure, YearMonth month) {
    return jdbc.sql(
            """
            SELECT service, unit, detail, sum(count)::bigint AS count FROM statistics_tally
            WHERE month = :month AND measure = :measure GROUP BY service, unit, detail
            """)
        .param("month", month.atDay(1))
        .param("measure", measure.code())
        .query((row, number) ->
            new Counted(
                new Cell(
                    month,
                    measure,
                    row.getString("service"),
                    row.getString("unit"),
                    row.getString("detail")),
                row.getLong("count")))
        .list();
  }

  /** The months of which something is counted, the earliest first. */
  List<YearMonth> months(Measure measure) {
    return jdbc
        .sql(
            """
            SELECT DISTINCT month FROM statistics_tally WHERE measure = :measure ORDER BY month
            """)
        .param("measure", measure.code())
        .query(LocalDate.class)
        .list()
        .stream()
        .map(YearMonth::from)
        .toList();
  }

  void erase(Measure measure, YearMonth month) {
    jdbc.sql("DELETE FROM statistics_tally WHERE month = :month AND measure = :measure")
        .param("month", month.atDay(1))
        .param("measure", measure.code())
        .update();
  }
}
