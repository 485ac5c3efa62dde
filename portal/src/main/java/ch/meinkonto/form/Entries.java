package ch.meinkonto.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a form as a tree: {@code personen.0.vorname=Anna} as a browser sends it becomes a
 * map in a list in a map.
 */
final class Entries {

  /** More than the longest form has. */
  private static final int MAX_ENTRIES = 3_000;

  private Entries() {}

  /** The tree of some parameters; those whose name begins with an underscore are not answers. */
  static Map<String, Object> tree(Map<String, String[]> parameters) {
    var tree = new LinkedHashMap<String, Object>();
    parameters.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("_"))
        .limit(MAX_ENTRIES)
        .forEach(entry -> put(tree, entry.getKey().split("\\.", 6), 0, entry.getValue()));
    return tree;
  }

  private static void put(Map<String, Object> tree, String[] path, int at, String[] values) {
    if (at == path.length - 1) {
      tree.put(path[at], values.length == 1 ? values[0] : List.of(values));
    } else {
      put(child(tree, path[at]), path, at + 1, values);
    }
  }

  @SuppressWarnings("unchecked") // the tree is made here
  private static Map<String, Object> child(Map<String, Object> tree, String key) {
    var existing = tree.get(key);
    if (existing instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    var fresh = new LinkedHashMap<String, Object>();
    tree.put(key, fresh);
    return fresh;
  }

  /** A deep copy whose maps and lists can be changed. */
  static Map<String, Object> copy(Map<?, ?> original) {
    var copy = new LinkedHashMap<String, Object>();
    original.forEach((key, value) -> copy.put(String.valueOf(key), copyOf(value)));
    return copy;
  }

  private static Object copyOf(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> copy(map);
      case List<?> list -> {
        var items = new ArrayList<Object>();
        list.forEach(item -> items.add(copyOf(item)));
        yield items;
      }
      case null -> "";
      default -> value;
    };
  }

  /** The entry at a path; null when there is none. */
  static @Nullable Object at(Map<?, ?> tree, String path) {
    @Nullable Object place = tree;
    for (var key : path.split("\\.")) {
      place =
          switch (place) {
            case Map<?, ?> map -> map.get(key);
            case List<?> list when key.matches("\\d{1,3}") && Integer.parseInt(key) < list.size() ->
                list.get(Integer.parseInt(key));
            case null, default -> null;
          };
    }
    return place;
  }

  /** Adds something to the list at a path; nothing happens when there is no such place. */
  @SuppressWarnings("unchecked") // trees are made here
  static void append(Map<String, Object> tree, String path, Object item) {
    var dot = path.lastIndexOf('.');
    var owner = dot < 0 ? tree : at(tree, path.substring(0, dot));
    if (owner instanceof Map<?, ?> map) {
      var key = path.substring(dot + 1);
      var list =
          map.get(key) instanceof List<?> existing ? (List<Object>) existing : new ArrayList<>();
      list.add(item);
      ((Map<String, Object>) map).put(key, list);
    }
  }
}
