package ch.meinkonto.entrance;

import ch.meinkonto.entrance.Curve.Mark;
import ch.meinkonto.platform.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Draws how a rush goes. */
final class Curves {

  /** Half an hour. */
  static final int SLOTS = 180;

  private static final int MARKS = 4;
  private static final int LABELS = 6;

  private Curves() {}

  static List<Curve> of(List<Pictures.Slot> slots, Page page) {
    if (slots.size() < 2) {
      return List.of();
    }
    return List.of(
        draw("waiting", slots, page, Pictures.Slot::waiting, null),
        draw("door", slots, page, Pictures.Slot::arrived, Pictures.Slot::admitted),
        draw("millis", slots, page, Pictures.Slot::millis, null));
  }

  private static Curve draw(
      String kind,
      List<Pictures.Slot> slots,
      Page page,
      ToDoubleFunction<Pictures.Slot> first,
      @Nullable ToDoubleFunction<Pictures.Slot> second) {
    var text = "entrance.curve." + kind;
    var most =
        slots.stream()
            .mapToDouble(slot ->
                Math.max(
                    first.applyAsDouble(slot), second == null ? 0 : second.applyAsDouble(slot)))
            .max()
            .orElse(0);
    var step = step(most);
    var scale = new Scale(slots.getFirst().at(), slots.getLast().at(), step * MARKS);
    var line = line(slots, first, scale);
    return new Curve(
        page.text(text),
        page.text(text + ".told", Telling.rounded(Math.round(most))),
        second == null ? List.of() : List.of(page.text(text + ".1"), page.text(text + ".2")),
        scale(step, scale),
        times(slots, scale, page),
        "%sV%d H%d Z".formatted(line, Curve.FLOOR, Curve.LEFT),
        line,
        second == null ? "" : line(slots, second, scale));
  }

  private record Scale(Instant from, Instant until, double top) {
    double x(Instant at) {
      var whole = Math.max(1, until.toEpochMilli() - from.toEpochMilli());
      var part = (double) (at.toEpochMilli() - from.toEpochMilli()) / whole;
      return round(Curve.LEFT + part * (Curve.WIDTH - Curve.LEFT));
    }

    double y(double value) {
      return round(Curve.FLOOR - value / top * (Curve.FLOOR - Curve.TOP));
    }
  }

  private static String line(
      List<Pictures.Slot> slots, ToDoubleFunction<Pictures.Slot> value, Scale scale) {
    var path = new StringBuilder();
    for (var slot : slots) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(scale.x(slot.at()))
          .append(' ')
          .append(scale.y(value.applyAsDouble(slot)));
    }
    return path.toString();
  }

  private static List<Mark> scale(long step, Scale scale) {
    var marks = new ArrayList<Mark>();
    for (var i = 0; i <= MARKS; i++) {
      marks.add(new Mark(scale.y(step * (double) i), Telling.grouped(step * i)));
    }
    return marks;
  }

  /** As many as there is room for, and no minute twice. */
  private static List<Mark> times(List<Pictures.Slot> slots, Scale scale, Page page) {
    var marks = new LinkedHashMap<String, Mark>();
    for (var i = 0; i < slots.size(); i += Math.ceilDiv(slots.size(), LABELS)) {
      var at = slots.get(i).at();
      var label = page.formats().time(at);
      marks.putIfAbsent(label, new Mark(scale.x(at), label));
    }
    return List.copyOf(marks.values());
  }

  /** 1, 2 or 5 times a power of ten. */
  static long step(double most) {
    for (long power = 1; ; power *= 10) {
      for (var factor : new long[] {1, 2, 5}) {
        if (factor * power * MARKS >= most) {
          return factor * power;
        }
      }
    }
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
