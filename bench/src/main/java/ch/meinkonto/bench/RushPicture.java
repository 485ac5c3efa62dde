package ch.meinkonto.bench;

import ch.meinkonto.bench.RushLog.Page;
import ch.meinkonto.bench.RushLog.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A rush as a picture (SVG): who comes, gets in and books, who waits, how long pages take. */
final class RushPicture {

  private static final int SECONDS = 5;
  private static final int LEFT = 64;
  private static final int WIDE = 800;
  private static final int HIGH = 130;
  private static final int EACH = 200;
  private static final int TOP = 56;

  private final RushLog log;
  private final int bins;
  private final StringBuilder svg = new StringBuilder();

  private record Curve(String name, String colour, double[] values) {}

  /** A moment that is worth a line. */
  record Mark(String name, double second) {}

  private RushPicture(RushLog log, double seconds) {
    this.log = log;
    bins = Math.max(1, (int) Math.ceil(seconds / SECONDS));
  }

  /** Writes it. */
  static void write(Path file, RushReport.Played played, String title, List<Mark> marks)
      throws IOException {
    Files.writeString(file, new RushPicture(played.log(), played.seconds()).drawn(title, marks));
  }

  private String drawn(String title, List<Mark> marks) {
    var height = TOP + 3 * EACH;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" \
        font-family="sans-serif" font-size="13">
        <title>%s</title>
        <rect width="100%%" height="100%%" fill="#fff"/>
        <text x="%d" y="24" font-size="15" font-weight="bold">%s</text>
        """
            .formatted(LEFT + WIDE + 24, height, title, LEFT, title));
    panel(
        0,
        "People in %d seconds".formatted(SECONDS),
        List.of(
            new Curve("come", "#1f5f8b", each(bin -> count(Step.CAME, bin))),
            new Curve("get in", "#b35900", each(bin -> count(Step.IN, bin))),
            new Curve("have booked", "#2b7a3d", each(bin -> count(Step.BOOKED, bin)))),
        marks);
    panel(1, "People before the door", List.of(new Curve("wait", "#1f5f8b", waiting())), marks);
    panel(
        2,
        "Milliseconds that 95 of 100 pages take at most, in %d seconds".formatted(SECONDS),
        List.of(
            new Curve("pages behind the door", "#b35900", each(bin -> millis(Page.inside(), bin))),
            new Curve("waiting room", "#1f5f8b", each(bin -> millis(Set.of(Page.ROOM), bin))),
            new Curve("target", "#888888", each(_ -> RushReport.TARGET_MILLIS))),
        marks);
    return svg.append("</svg>\n").toString();
  }

  private double[] each(IntToDoubleFunction value) {
    return IntStream.range(0, bins).mapToDouble(value).toArray();
  }

  private int count(Step step, int bin) {
    return log.count(step, bin * (double) SECONDS, (bin + 1) * (double) SECONDS);
  }

  private double millis(Set<Page> pages, int bin) {
    var times = log.times(pages, bin * (double) SECONDS, (bin + 1) * (double) SECONDS);
    return times.length == 0 ? 0 : Report.percentile(times, 95) / 1e6;
  }

  private double[] waiting() {
    var waiting = new double[bins];
    double now = 0;
    for (int bin = 0; bin < bins; bin++) {
      now += count(Step.CAME, bin) - count(Step.IN, bin) - count(Step.LEFT_WAITING, bin);
      waiting[bin] = now;
    }
    return waiting;
  }

  private void panel(int number, String title, List<Curve> curves, List<Mark> marks) {
    var top = TOP + number * EACH;
    var most =
        rounded(curves.stream().flatMapToDouble(one -> Arrays.stream(one.values)).max().orElse(1));
    svg.append("<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(LEFT, top, title));
    var base = top + 12 + HIGH;
    for (int part = 0; part <= 2; part++) {
      var y = base - HIGH * part / 2;
      svg.append(
          "<path d=\"M%d %dh%d\" stroke=\"#ccc\"/><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
              .formatted(LEFT, y, WIDE, LEFT - 8, y + 4, Math.round(most * part / 2)));
    }
    for (int bin = 0; bin <= bins; bin++) {
      if (bin * SECONDS % 30 == 0) {
        svg.append(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d s</text>\n"
                .formatted(x(bin), base + 18, bin * SECONDS));
      }
    }
    var at = LEFT + WIDE;
    for (var curve : curves.reversed()) {
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>\n"
              .formatted(at, top, curve.colour, curve.name));
      at -= 24 + 7 * curve.name.length();
      draw(curve, most, base);
    }
    for (var mark : marks) {
      var x = x(mark.second / SECONDS);
      svg.append(
          "<path d=\"M%d %dv%d\" stroke=\"#a00\" stroke-dasharray=\"4 3\"/><text x=\"%d\" y=\"%d\" fill=\"#a00\" stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\">%s</text>\n"
              .formatted(x, base - HIGH, HIGH, x + 4, base - HIGH + 12, mark.name));
    }
  }

  private void draw(Curve curve, double most, int base) {
    var points = new StringBuilder();
    for (int bin = 0; bin < bins; bin++) {
      points.append(
          "%d,%d ".formatted(x(bin + 0.5), base - Math.round(HIGH * curve.values[bin] / most)));
    }
    svg.append(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>\n"
            .formatted(curve.colour, points.toString().strip()));
  }

  private long x(double bin) {
    return LEFT + Math.round(WIDE * bin / bins);
  }

  /** A number that one reads easily, not less than this one. */
  private static double rounded(double most) {
    var step = Math.pow(10, Math.floor(Math.log10(Math.max(1, most))));
    return Math.ceil(Math.max(2, most) / step * 2) / 2 * step;
  }
}
