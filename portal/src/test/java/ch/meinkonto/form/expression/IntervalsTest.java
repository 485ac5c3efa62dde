package ch.meinkonto.form.expression;

import static ch.meinkonto.form.expression.Type.Plain.DATE;
import static ch.meinkonto.form.expression.Type.Plain.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where Tomasz lived since he came, address by address. */
class IntervalsTest {

  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 24, 16, 30, 0, 0, ZoneId.of("Europe/Zurich"));

  private static final Names NAMES =
      Names.of(
          Map.of(
              "adressen",
                  new Type.ListOf(
                      new Type.Compound("x", Map.of("von", DATE, "bis", DATE, "ort", TEXT)), 20),
              "start", DATE,
              "ort", TEXT),
          Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-01-01..                                                      | true
          2024-01-02..                                                      | false
          2023-05-01..2026-11-24                                            | true
          2023-05-01..2026-11-23                                            | false
          2023-05-01..2025-12-31 2026-01-01..                               | true
          2023-05-01..2025-12-31 2026-01-02..                               | false
          2026-01-01.. 2023-05-01..2025-12-31                               | true
          2023-05-01..2026-02-01 2025-01-01..2025-02-01 2026-01-01..        | true
          2023-05-01..2025-01-01 2024-03-01..2024-04-01 2026-01-01..        | false
          2023-05-01..2026-06-30 2026-08-01..2026-07-01                     | false
          2030-01-01..                                                      | false
          ..                                                                | false
          2020-01-01..2021-01-01                                            | false
          2024-01-01..9999-12-31                                            | true
          """)
  void leavesNoDayOut(String intervals, boolean covers) {
    assertThat(covers(intervals, LocalDate.of(2024, 1, 1))).isEqualTo(covers);
  }

  @Test
  void ofNothingItMakesNothingAndOfAnEmptyListAGap() {
    assertThat(covers("2024-01-01..", null)).isNull();
    assertThat(covers("", LocalDate.of(2024, 1, 1))).isEqualTo(false);
    assertThat(covers("", LocalDate.of(2027, 1, 1))).as("no day at all").isEqualTo(true);
  }

  @Test
  void speaksOfTheItemsFieldsAndOfThoseOutside() {
    var source = "covers(adressen, if(ort = 'Bern', start, von), bis, start, today())";
    assertThat(Expression.of(source, NAMES)).isInstanceOf(Expression.Checked.class);
    assertThat(Expression.of("covers(adressen, ort, bis, start, today())", NAMES))
        .isEqualTo(new Expression.Wrong(17, "expected a date, not a text"));
    assertThat(Expression.of("covers(ort, von, bis, start, today())", NAMES))
        .isEqualTo(new Expression.Wrong(0, "covers needs a list of items with fields"));
  }

  private static @Nullable Object covers(String intervals, @Nullable LocalDate start) {
    var values = new HashMap<String, Object>();
    values.put(
        "adressen", List.of(intervals.split(" ")).stream().map(IntervalsTest::item).toList());
    if (start != null) {
      values.put("start", start);
    }
    return Expression.of("covers(adressen, von, bis, start, today())", NAMES)
            instanceof Expression.Checked(var expression)
        ? expression.evaluate(Scope.of(NOW, values))
        : "not checked";
  }

  private static Map<String, Object> item(String interval) {
    var ends = interval.split("\\.\\.", 2);
    var item = new HashMap<String, Object>();
    if (!ends[0].isEmpty()) {
      item.put("von", LocalDate.parse(ends[0]));
    }
    if (ends.length > 1 && !ends[1].isEmpty()) {
      item.put("bis", LocalDate.parse(ends[1]));
    }
    return item;
  }
}
