package ch.meinkonto.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what was entered on a step’s page over into a draft. */
final class StepEntries {

  private StepEntries() {}

  /**
   * Everything given, with the step’s fields as they were entered just now. A field that was asked
   * but does not come back was emptied (as a box that isn’t ticked); one that was not asked stays
   * as it was.
   */
  static Map<String, Object> merged(
      Map<String, Object> given, Step step, Map<String, Object> entered, Set<String> asked) {
    for (var field : step.fields()) {
      if (asked.contains(field.id())) {
        put(given, field, entered.get(field.id()), asked);
      }
    }
    return given;
  }

  private static void put(
      Map<String, Object> given, Field field, @Nullable Object entered, Set<String> asked) {
    switch (field) {
      case Field.UploadField upload -> {}
      case Field.GroupField group -> {
        var items = items(given, group.id());
        var came = FormWalk.items(entered);
        while (items.size() < Math.min(came.size(), group.max())) {
          items.add(new LinkedHashMap<>());
        }
        for (var i = 0; i < items.size() && i < came.size(); i++) {
          item(items.get(i), group, came.get(i), asked, group.id() + "." + i + ".");
        }
        given.put(group.id(), items);
      }
      default -> given.put(field.id(), entered == null ? "" : entered);
    }
  }

  private static void item(
      Map<String, Object> item,
      Field.GroupField group,
      Map<?, ?> entered,
      Set<String> asked,
      String prefix) {
    for (var field : group.fields()) {
      if (asked.contains(prefix + field.id()) && !(field instanceof Field.UploadField)) {
        var value = entered.get(field.id());
        item.put(field.id(), value == null ? "" : value);
      }
    }
  }

  /** The items of a group as a list that can be changed. */
  static List<Map<String, Object>> items(Map<String, Object> given, String group) {
    var items = new ArrayList<Map<String, Object>>();
    FormWalk.items(given.get(group)).forEach(item -> items.add(Entries.copy(item)));
    return items;
  }

  static Map<String, Object> withItem(Map<String, Object> given, Field.GroupField group) {
    var items = items(given, group.id());
    if (items.size() < group.max()) {
      items.add(new LinkedHashMap<>());
    }
    given.put(group.id(), items);
    return given;
  }

  static Map<String, Object> withoutItem(Map<String, Object> given, String group, int index) {
    var items = items(given, group);
    if (index < items.size()) {
      items.remove(index);
    }
    given.put(group, items);
    return given;
  }

  /** Whoever must name at least one finds it ready to be filled in. */
  static Map<String, Object> withNeededItems(Map<String, Object> given, Step step) {
    for (var field : step.fields()) {
      if (field instanceof Field.GroupField group) {
        var items = items(given, group.id());
        while (items.size() < group.min()) {
          items.add(new LinkedHashMap<>());
        }
        given.put(group.id(), items);
      }
    }
    return given;
  }
}
