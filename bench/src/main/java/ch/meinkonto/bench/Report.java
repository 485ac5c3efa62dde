package ch.meinkonto.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/** What a scenario prints. */
final class Report {

  private static final int FIRST = 46;
  private static final int OTHER = 14;

  private Report() {}

  /** On what it is measured; other work on the machine shows in its load. */
  static void machine() {
    line(
        "%s, %d cores, load average %.1f, Java %s"
            .formatted(
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version()));
  }

  /** A row of a table: a name and what belongs to it. */
  static void row(String name, Object... cells) {
    var row = new StringBuilder(("%-" + FIRST + "s").formatted(name));
    for (var cell : cells) {
      row.append(("%" + OTHER + "s").formatted(cell));
    }
    line(row.toString());
  }

  static void line(String text) {
    System.out.println(text);
  }

  /** What is going on; no result. */
  static void progress(String text) {
    System.err.println("… " + text);
  }

  /** The figure, last. */
  static void verdict(String text) {
    line("");
    line(
        "load average at the end %.1f"
            .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    line("verdict: " + text);
  }

  static String millis(double nanos) {
    return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
  }

  static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2f ×", ratio);
  }

  static double median(double... values) {
    return percentile(values, 50);
  }

  static double percentile(double[] values, double percent) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    if (percent == 50 && sorted.length % 2 == 0) {
      return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }
    var rank = (int) Math.ceil(percent / 100 * sorted.length) - 1;
    return sorted[Math.clamp(rank, 0, sorted.length - 1)];
  }
}
