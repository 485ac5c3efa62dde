package ch.meinkonto.form;

import ch.meinkonto.form.Frame.Asked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that was given to a form, each field after those that its condition speaks of, so that
 * a field that isn’t shown counts as not answered wherever it is spoken of.
 */
final class FormWalk {

  private final Frame frame;
  private final Map<String, Field> fields = new HashMap<>();
  private final Map<String, Step> steps = new HashMap<>();
  private final Map<String, Form.Calculated> calculated = new HashMap<>();

  private FormWalk(Form form, Frame frame) {
    this.frame = frame;
    for (var step : form.steps()) {
      for (var field : step.fields()) {
        fields.put(field.id(), field);
        steps.put(field.id(), step);
      }
    }
    form.calculated().forEach(c -> calculated.put(c.id(), c));
  }

  static Frame walk(Form form, Frame frame, Map<?, ?> given) {
    var walk = new FormWalk(form, frame);
    form.order().forEach(name -> walk.visit(name, given));
    return frame;
  }

  private void visit(String name, Map<?, ?> given) {
    var value = calculated.get(name);
    if (value != null) {
      put(frame, name, value.value().evaluate(frame.scope()));
      return;
    }
    var field = fields.get(name);
    var step = steps.get(name);
    if (field != null && step != null && isShown(step.when(), frame)) {
      ask(frame, field, given.get(name));
    }
  }

  private static boolean isShown(
      java.util.Optional<ch.meinkonto.form.expression.Expression> when, Frame frame) {
    return when.map(condition -> condition.holds(frame.scope())).orElse(true);
  }

  private static void put(Frame frame, String name, @Nullable Object value) {
    if (value != null) {
      frame.values().put(name, value);
    }
  }

  private static void ask(Frame frame, Field field, @Nullable Object given) {
    if (!isShown(field.when(), frame)) {
      return;
    }
    if (field instanceof Field.GroupField group) {
      frame.asked().put(field.id(), group(frame, group, given));
      return;
    }
    var read = Answers.read(field, given);
    if (read instanceof Given.Answer answer) {
      frame.values().put(field.id(), answer.value());
    }
    var path = frame.prefix() + field.id();
    frame.asked().put(field.id(), new Asked(field, path, read, frame.scope(), List.of()));
  }

  private static Asked group(Frame frame, Field.GroupField group, @Nullable Object given) {
    var items = new ArrayList<Frame>();
    for (var item : items(given)) {
      var inside = frame.item(group.id(), items.size());
      for (var name : group.order()) {
        group.fields().stream()
            .filter(field -> field.id().equals(name))
            .forEach(field -> ask(inside, field, item.get(name)));
      }
      items.add(inside);
    }
    frame.values().put(group.id(), items.stream().map(Frame::values).toList());
    Given read =
        size(given) > Declarations.MAX_ITEMS
            ? Given.Unreadable.because("max", group.max())
            : new Given.Nothing();
    return new Asked(group, frame.prefix() + group.id(), read, frame.scope(), items);
  }

  private static int size(@Nullable Object given) {
    return switch (given) {
      case List<?> list -> list.size();
      case Map<?, ?> map -> map.size();
      case null, default -> 0;
    };
  }

  /** A list, or a map by number as a browser’s fields come; never more than is allowed anywhere. */
  static List<Map<?, ?>> items(@Nullable Object given) {
    var items =
        switch (given) {
          case List<?> list -> list.stream().limit(Declarations.MAX_ITEMS).toList();
          case Map<?, ?> map -> inOrder(map);
          case null, default -> List.of();
        };
    return items.stream().<Map<?, ?>>map(i -> i instanceof Map<?, ?> m ? m : Map.of()).toList();
  }

  private static List<?> inOrder(Map<?, ?> byNumber) {
    var sorted = new TreeMap<Integer, Object>();
    byNumber.forEach((key, item) -> {
      if (key instanceof String number && number.matches("\\d{1,3}") && item != null) {
        sorted.put(Integer.valueOf(number), item);
      }
    });
    return sorted.values().stream().limit(Declarations.MAX_ITEMS).toList();
  }
}
