package ch.meinkonto.form.expression;

import java.util.Map;

/**
 * A small table of a service's file, asked with {@code lookup(table, key)}.
 *
 * @param type type of what it gives: text or number
 * @param rows what it gives by key
 */
public record Table(Type type, Map<String, Object> rows) {

  public Table {
    rows = Map.copyOf(rows);
  }
}
