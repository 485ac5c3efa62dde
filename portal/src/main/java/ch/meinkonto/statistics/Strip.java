package ch.meinkonto.statistics;

import java.util.ArrayList;
import java.util.List;

/** A bar of one or several parts, beside the numbers that say the same. */
public record Strip(List<Part> parts) {

  private static final double WIDTH = 1000;

  /**
   * A part of it.
   *
   * @param x where it begins, in thousandths of the whole
   * @param tone the how-manieth colour
   */
  public record Part(long x, long width, int tone) {}

  /** A bar as long as its share of the longest. */
  static Strip bar(long value, long longest) {
    return of(List.of(value), Math.max(1, longest));
  }

  /** Several beside each other, that make up the whole. */
  static Strip of(List<Long> values, long whole) {
    var parts = new ArrayList<Part>();
    long sum = 0;
    for (var tone = 1; tone <= values.size(); tone++) {
      var x = Math.round(WIDTH * sum / Math.max(1, whole));
      sum += values.get(tone - 1);
      var end = Math.round(WIDTH * sum / Math.max(1, whole));
      if (end > x) {
        parts.add(new Part(x, end - x, tone));
      }
    }
    return new Strip(List.copyOf(parts));
  }
}
