package ch.meinkonto.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Months from left to right: columns for what happened in each, or an area for what there was, with
 * a line for a part of it. Drawn twice, for a desk and for a phone, so that its letters are as
 * large as all others.
 *
 * @param title what is shown
 * @param told the same in words, for who does not see it
 * @param key what the second line means; empty when there is none
 */
public record TimeChart(
    String id, String title, String told, List<String> key, Drawing desk, Drawing phone) {

  private static final int LEFT = 64;
  private static final int TOP = 12;
  private static final int BOTTOM = 32;
  private static final double GAP = 0.25;
  private static final int MONTHS = 12;
  private static final int LETTER = 9;

  /**
   * One drawing of it.
   *
   * @param middle whether times stand below the middle of what they name, not where it begins
   */
  public record Drawing(
      int width,
      int height,
      int left,
      int bottom,
      boolean middle,
      List<Mark> scale,
      List<Mark> times,
      List<Column> columns,
      String area,
      String line,
      String second) {}

  /** A line of the grid, and what it stands for. */
  public record Mark(double at, String label) {}

  /** A column. */
  public record Column(double x, double y, double width, double height) {}

  /** What is drawn: a value for each month, those that are missing being nothing. */
  record Series(List<YearMonth> months, Map<YearMonth, Long> values, Map<YearMonth, Long> second) {

    long largest() {
      return Math.max(1, values.values().stream().mapToLong(Long::longValue).max().orElse(1));
    }

    long of(YearMonth month) {
      return values.getOrDefault(month, 0L);
    }
  }

  static TimeChart columns(String id, String title, String told, Series series) {
    return new TimeChart(
        id, title, told, List.of(), draw(series, 1040, 300, false), draw(series, 358, 220, false));
  }

  static TimeChart area(String id, String title, String told, List<String> key, Series series) {
    return new TimeChart(
        id, title, told, key, draw(series, 1040, 300, true), draw(series, 358, 220, true));
  }

  private static Drawing draw(Series series, int width, int height, boolean area) {
    var step = step(series.largest());
    var top = step * Math.ceilDiv(series.largest(), step);
    double wide = width - LEFT;
    double high = height - TOP - BOTTOM;
    var slot = wide / series.months().size();
    var columns = new ArrayList<Column>();
    var path = new StringBuilder();
    var second = new StringBuilder();
    for (var i = 0; i < series.months().size(); i++) {
      var month = series.months().get(i);
      var y = TOP + high - high * series.of(month) / top;
      columns.add(
          new Column(
              round(LEFT + i * slot + slot * GAP / 2),
              round(y),
              round(slot * (1 - GAP)),
              round(TOP + high - y)));
      point(path, LEFT + (i + 0.5) * slot, y);
      var other = series.second().get(month);
      if (other != null) {
        point(second, LEFT + (i + 0.5) * slot, TOP + high - high * other / top);
      }
    }
    var floor = TOP + high;
    return new Drawing(
        width,
        height,
        LEFT,
        (int) floor,
        byMonth(series.months()),
        scale(step, top, high),
        times(series.months(), slot, width),
        area ? List.of() : columns,
        area ? path + "V" + round(floor) + "H" + round(LEFT + slot / 2) + "Z" : "",
        area ? path.toString() : "",
        second.toString());
  }

  private static void point(StringBuilder path, double x, double y) {
    path.append(path.isEmpty() ? "M" : "L").append(round(x)).append(' ').append(round(y));
  }

  private static List<Mark> scale(long step, long top, double high) {
    var marks = new ArrayList<Mark>();
    for (long value = 0; value <= top; value += step) {
      marks.add(new Mark(round(TOP + high - high * value / top), Wording.number(value)));
    }
    return marks;
  }

  private static boolean byMonth(List<YearMonth> months) {
    return months.size() <= 2 * MONTHS;
  }

  /** Years where they begin, as many as there is room for; of less than two years, months. */
  private static List<Mark> times(List<YearMonth> months, double slot, int width) {
    var marks = new ArrayList<Mark>();
    var byMonth = byMonth(months);
    var room = byMonth ? LETTER * 7 : LETTER * 5;
    var last = -1.0 * width;
    for (var i = 0; i < months.size(); i++) {
      var month = months.get(i);
      var x = LEFT + (i + (byMonth ? 0.5 : 0)) * slot;
      if ((byMonth || month.getMonthValue() == 1) && x - last >= room && x <= width - room / 2.0) {
        marks.add(
            new Mark(
                round(x),
                byMonth
                    ? "%02d.%d".formatted(month.getMonthValue(), month.getYear())
                    : Integer.toString(month.getYear())));
        last = x;
      }
    }
    return marks;
  }

  /** 1, 2 or 5 times a power of ten, so that there are at most five lines. */
  static long step(long largest) {
    long power = 1;
    while (true) {
      for (var factor : new long[] {1, 2, 5}) {
        if (factor * power * 5 >= largest) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
