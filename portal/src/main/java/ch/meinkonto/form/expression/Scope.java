package ch.meinkonto.form.expression;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of the names while an expression runs. A name without a value is nothing.
 *
 * @param now the moment, in the city’s zone
 * @param values the values by name, of the Java classes that {@link Type} tells
 * @param outer what is around an item of a group
 */
public record Scope(ZonedDateTime now, Map<String, ?> values, @Nullable Scope outer) {

  /** The outermost scope. */
  public static Scope of(ZonedDateTime now, Map<String, ?> values) {
    return new Scope(now, values, null);
  }

  /** The scope inside an item of a list. */
  public Scope inside(Map<String, ?> item) {
    return new Scope(now, item, this);
  }

  @Nullable Object value(int up, String name) {
    var scope = this;
    for (var i = 0; i < up; i++) {
      scope = Objects.requireNonNull(scope.outer);
    }
    return scope.values.get(name);
  }

  @Override
  public String toString() {
    return "Scope[now=" + now + "]"; // values are what a person entered
  }
}
