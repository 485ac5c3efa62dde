package ch.meinkonto.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One node from the command to its first page, on a database that is there already: laid out by
 * {@code bin/bundle}, beside the plain jar. The two take turns; medians.
 */
final class StartScenario implements Bench.Scenario {

  private static final Path BUNDLE = Path.of(".run/bundle/start").toAbsolutePath();

  private record Start(double seconds, double processorSeconds, double megabytes) {}

  @Override
  public void run(Options options) throws Exception {
    var plain = new Start[options.get("rounds", 5)];
    var bundled = new Start[plain.length];
    try (var around = Surroundings.start()) {
      PortalProcess.start(around).close(); // the migrations, once
      for (int number = 0; number < plain.length; number++) {
        Report.progress("round %d of %d".formatted(number + 1, plain.length));
        plain[number] = start(around, PortalProcess.COMMAND);
        bundled[number] = start(around, List.of(BUNDLE.toString()));
      }
    }
    Report.row("to the first page, medians", "wall", "processor", "resident");
    row("the plain jar", plain);
    row("laid out by bin/bundle", bundled);
    Report.verdict(
        "%.1f s to the first page, %.0f MB resident (target: under 4 s, under 512 MB)"
            .formatted(median(bundled, Start::seconds), median(bundled, Start::megabytes)));
  }

  private static Start start(Surroundings around, List<String> command) throws IOException {
    var before = System.nanoTime();
    try (var portal = PortalProcess.start(around, command)) {
      var seconds = (System.nanoTime() - before) / 1e9;
      var process = portal.process().toHandle();
      return new Start(
          seconds, ProcessorTime.of(process).getAsLong() / 1e9, Memory.resident(process));
    }
  }

  private static void row(String name, Start[] starts) {
    Report.row(
        name,
        String.format(Locale.ROOT, "%.1f s", median(starts, Start::seconds)),
        String.format(Locale.ROOT, "%.1f s", median(starts, Start::processorSeconds)),
        String.format(Locale.ROOT, "%.0f MB", median(starts, Start::megabytes)));
  }

  private static double median(Start[] starts, ToDoubleFunction<Start> figure) {
    return Report.median(Arrays.stream(starts).mapToDouble(figure).toArray());
  }
}
