package ch.meinkonto.form.expression;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may speak of: fields and calculated values with their types, and the tables.
 * Inside a group’s item its own fields come first, then those outside.
 */
public final class Names {

  /** Where a name was found: how many scopes further out, and its type. */
  record Found(int up, Type type) {}

  private final Map<String, Type> names;
  private final Map<String, Table> tables;
  private final @Nullable Names outer;

  private Names(Map<String, Type> names, Map<String, Table> tables, @Nullable Names outer) {
    this.names = names;
    this.tables = tables;
    this.outer = outer;
  }

  /**
   * The outermost names. The map is not copied: names that are added later are known from then on.
   */
  public static Names of(Map<String, Type> names, Map<String, Table> tables) {
    return new Names(names, tables, null);
  }

  /** The names inside an item: its own first, then these. */
  public Names inside(Map<String, Type> item) {
    return new Names(item, tables, this);
  }

  int level() {
    return outer == null ? 0 : outer.level() + 1;
  }

  Optional<Found> find(String name) {
    var up = 0;
    for (@Nullable Names scope = this; scope != null; scope = scope.outer) {
      var type = scope.names.get(name);
      if (type != null) {
        return Optional.of(new Found(up, type));
      }
      up++;
    }
    return Optional.empty();
  }

  Optional<Table> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** “; did you mean “kopien”?” when a known name is that close. */
  String suggestion(String wrong) {
    return suggestion(wrong, Stream.concat(all(), tables.keySet().stream()));
  }

  /** The same among these names. */
  public static String suggestion(String wrong, Stream<String> known) {
    return known
        .filter(name ->
            distance(wrong, name) <= Math.max(wrong.length() < 3 ? 1 : 2, wrong.length() / 3))
        .min(Comparator.comparingInt((String name) -> distance(wrong, name)).thenComparing(n -> n))
        .map(name -> "; did you mean “" + name + "”?")
        .orElse("");
  }

  private Stream<String> all() {
    var here = names.keySet().stream();
    return outer == null ? here : Stream.concat(here, outer.all());
  }

  /** Levenshtein’s distance. */
  private static int distance(String a, String b) {
    var previous = new int[b.length() + 1];
    for (var j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      var current = new int[b.length() + 1];
      current[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(swap, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
