package ch.meinkonto.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The table {@code statistics_figure}: what everybody may see, and all that pages are made of. */
@Component
class Figures {

  private final JdbcClient jdbc;

  Figures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By what a measure is summed up. */
  enum By {
    MONTH,
    SERVICE,
    UNIT,
    DETAIL,
    UNIT_DETAIL("unit || ' ' || detail"),
    SERVICE_DETAIL("service || ' ' || detail");

    private final String column;

    By() {
      this.column = name().toLowerCase(Locale.ROOT) + "::text";
    }

    By(String column) {
      this.column = column;
    }
  }

  /** Publishes figures; what is published stays as it is. */
  void add(List<Figure> figures, boolean sample) {
    jdbc.sql(
            """
            INSERT INTO statistics_figure
              (measure, month, service, unit, detail, count, small, sample)
            SELECT *, :sample FROM unnest(
              :measures, :months::date[], :services, :units, :details, :counts, :smalls)
            ON CONFLICT DO NOTHING
            """)
        .param("sample", sample)
        .param("measures", array("text", figures, figure -> figure.cell().measure().code()))
        .param("months", array("text", figures, figure -> figure.cell().month().atDay(1) + ""))
        .param("services", array("text", figures, figure -> figure.cell().service()))
        .param("units", array("text", figures, figure -> figure.cell().unit()))
        .param("details", array("text", figures, figure -> figure.cell().detail()))
        .param("counts", array("bigint", figures, Figure::count))
        .param("smalls", array("boolean", figures, Figure::small))
        .update();
  }

  private static SqlArrayValue array(
      String type, List<Figure> figures, Function<Figure, Object> value) {
    return new SqlArrayValue(type, figures.stream().map(value).toArray());
  }

  /** The first month that is published. */
  Optional<YearMonth> firstMonth() {
    return month("min", Measure.SERVICES);
  }

  /** The last one. */
  Optional<YearMonth> lastMonth() {
    return month("max", Measure.SERVICES);
  }

  /** The last one of which forms are published: they come later. */
  Optional<YearMonth> lastMonthOfForms() {
    return month("max", Measure.FORM);
  }

  private Optional<YearMonth> month(String which, Measure measure) {
    return jdbc.sql(
            "SELECT %s(month) FROM statistics_figure WHERE measure = :measure".formatted(which))
        .param("measure", measure.code())
        .query(LocalDate.class)
        .optional()
        .map(YearMonth::from);
  }

  /** Whether some of them were made up for the demo. */
  boolean anySample() {
    return jdbc.sql("SELECT EXISTS (SELECT FROM statistics_figure WHERE sample)")
        .query(Boolean.class)
        .single();
  }

  /** Sums of a measure in these months. */
  Map<String, Amount> sums(Measure measure, By by, YearMonth from, YearMonth to) {
    return sums(measure, by, from, to, Optional.empty(), Optional.empty());
  }

  /** The same, of a unit or a service only. */
  Map<String, Amount> sums(
      Measure measure,
      By by,
      YearMonth from,
      YearMonth to,
      Optional<String> unit,
      Optional<String> service) {
    return jdbc.sql(
            """
            SELECT %s AS key, sum(count)::bigint, count(*)::int, bool_or(small)
            FROM statistics_figure
            WHERE measure = :measure AND month BETWEEN :from AND :to
              AND (:unit = '' OR unit = :unit) AND (:service = '' OR service = :service)
            GROUP BY key ORDER BY key
            """
                .formatted(by.column))
        .param("measure", measure.code())
        .param("from", from.atDay(1))
        .param("to", to.atDay(1))
        .param("unit", unit.orElse(""))
        .param("service", service.orElse(""))
        .query((ResultSetExtractor<Map<String, Amount>>) Figures::amounts);
  }

  private static Map<String, Amount> amounts(ResultSet rows) throws SQLException {
    var sums = new LinkedHashMap<String, Amount>();
    while (rows.next()) {
      sums.put(rows.getString(1), new Amount(rows.getLong(2), rows.getInt(3), rows.getBoolean(4)));
    }
    return sums;
  }

  /** The figures of a year, as they are; to be closed. */
  Stream<Figure> of(int year) {
    return jdbc
        .sql(
            """
            SELECT measure, month, service, unit, detail, count, small FROM statistics_figure
            WHERE month BETWEEN :first AND :last
            ORDER BY month, measure, service, unit, detail
            """)
        .param("first", LocalDate.of(year, 1, 1))
        .param("last", LocalDate.of(year, 12, 1))
        .query((row, number) ->
            new Figure(
                new Cell(
                    YearMonth.from(row.getObject("month", LocalDate.class)),
                    Measure.of(row.getString("measure")),
                    row.getString("service"),
                    row.getString("unit"),
                    row.getString("detail")),
                row.getLong("count"),
                row.getBoolean("small")))
        .stream();
  }
}
