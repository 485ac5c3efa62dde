package ch.meinkonto.unit;

import ch.meinkonto.contract.ConformanceReport;
import ch.meinkonto.contract.ConformanceReport.Line;
import java.io.PrintStream;
import java.util.Locale;

/** A conformance report, to read in a terminal. */
final class ReportTable {

  private ReportTable() {}

  static void print(ConformanceReport report, PrintStream out) {
    report.lines().forEach(line -> print(line, out));
    out.println();
    out.println(word(report.verdict()) + ": " + report.unit() + ", sent " + report.startedAt());
  }

  private static void print(Line line, PrintStream out) {
    out.printf(
        "%-8s  %-13s  %-16s  %s%n",
        word(line.verdict()),
        line.name(),
        line.reference() == null ? "" : line.reference(),
        line.came());
    row("sent", line.sent(), out);
    row("expected", line.expected(), out);
    if (line.todo() != null) {
      row("to do", line.todo(), out);
    }
  }

  private static void row(String name, String text, PrintStream out) {
    out.printf("          %-13s  %s%n", name, text);
  }

  private static String word(ConformanceReport.Verdict verdict) {
    return verdict.code().toUpperCase(Locale.ROOT);
  }
}
