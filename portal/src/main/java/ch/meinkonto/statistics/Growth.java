package ch.meinkonto.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How a city grew: what is known of some months, and a straight line between them.
 *
 * @param points what is known: accounts and services at the end of a month
 */
record Growth(NavigableMap<YearMonth, Point> points) {

  /** What is known of a month. */
  record Point(long accounts, long services) {}

  /**
   * Reads lines of month, accounts, services; the first line names them.
   *
   * @throws IllegalArgumentException when a line says something else
   */
  static Growth read(Path file) throws IOException {
    var points = new TreeMap<YearMonth, Point>();
    for (var line : Files.readAllLines(file).stream().skip(1).toList()) {
      var values = line.split(",", -1);
      if (values.length != 3) {
        throw new IllegalArgumentException("Not month, accounts, services: " + line);
      }
      points.put(
          YearMonth.parse(values[0]),
          new Point(Long.parseLong(values[1]), Long.parseLong(values[2])));
    }
    if (points.isEmpty()) {
      throw new IllegalArgumentException("No month in " + file);
    }
    return new Growth(points);
  }

  YearMonth first() {
    return points.firstKey();
  }

  /** At the end of a month, as the line goes; after the last point it stays. */
  Point at(YearMonth month) {
    var before = points.floorEntry(month);
    var after = points.ceilingEntry(month);
    if (before == null || after == null) {
      return before == null ? points.firstEntry().getValue() : before.getValue();
    }
    var whole = Math.max(1, months(before.getKey(), after.getKey()));
    var part = months(before.getKey(), month);
    return new Point(
        between(before.getValue().accounts(), after.getValue().accounts(), part, whole),
        between(before.getValue().services(), after.getValue().services(), part, whole));
  }

  private static long months(YearMonth from, YearMonth to) {
    return from.until(to, ChronoUnit.MONTHS);
  }

  private static long between(long from, long to, long part, long whole) {
    return from + (to - from) * part / whole;
  }
}
