package ch.meinkonto.form;

import ch.meinkonto.form.expression.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers of one level: of the form itself, or of an item of a group.
 *
 * @param prefix of the paths of its fields: empty, or {@code personen.0.}
 * @param values what expressions see
 * @param asked the fields that are shown, by id
 */
public record Frame(
    String prefix, Scope scope, Map<String, Object> values, Map<String, Asked> asked) {

  /**
   * A field that is shown, with what was given to it.
   *
   * @param items the items, when it is a group
   */
  public record Asked(Field field, String path, Given given, Scope scope, List<Frame> items) {}

  static Frame outermost(java.time.ZonedDateTime now) {
    var values = new HashMap<String, Object>();
    return new Frame("", Scope.of(now, values), values, new HashMap<>());
  }

  Frame item(String group, int index) {
    var itemValues = new HashMap<String, Object>();
    return new Frame(
        prefix + group + "." + index + ".", scope.inside(itemValues), itemValues, new HashMap<>());
  }

  @Override
  public String toString() {
    return "Frame[" + prefix + "]"; // values are what a person entered
  }
}
