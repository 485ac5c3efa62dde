package ch.meinkonto.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.statistics.TimeChart.Series;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeChartTest {

  private static final YearMonth FIRST = YearMonth.of(2017, 6);

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "4,1",
    "5,1",
    "6,2",
    "10,2",
    "11,5",
    "25,5",
    "26,10",
    "4900,1000",
    "262000,100000"
  })
  void theScaleHasRoundStepsAndAtMostFive(long largest, long step) {
    assertThat(TimeChart.step(largest)).isEqualTo(step);
  }

  @Test
  void theTallestColumnFitsAndNothingIsOutside() {
    var months = months(120);
    var chart =
        TimeChart.columns(
            "x", "x", "x", new Series(months, Map.of(months.get(30), 4_900L), Map.of()));
    for (var drawing : List.of(chart.desk(), chart.phone())) {
      assertThat(drawing.columns()).hasSize(120);
      assertThat(drawing.columns()).allMatch(column -> column.x() >= drawing.left());
      assertThat(drawing.columns())
          .allMatch(column -> column.x() + column.width() <= drawing.width());
      assertThat(drawing.columns()).allMatch(column -> column.y() >= 0);
      assertThat(drawing.columns().get(30).height()).isGreaterThan(drawing.bottom() * 0.9);
      assertThat(drawing.columns().get(31).height()).isZero();
    }
  }

  @Test
  void timesDoNotStandOnEachOther() {
    for (var count : new int[] {1, 2, 11, 24, 25, 60, 120, 400}) {
      var months = months(count);
      var chart = TimeChart.columns("x", "x", "x", new Series(months, Map.of(), Map.of()));
      for (var drawing : List.of(chart.desk(), chart.phone())) {
        var times = drawing.times();
        for (var i = 1; i < times.size(); i++) {
          assertThat(times.get(i).at() - times.get(i - 1).at()).isGreaterThan(40);
        }
      }
    }
  }

  private static List<YearMonth> months(int count) {
    return Stream.iterate(FIRST, month -> month.plusMonths(1)).limit(count).toList();
  }
}
