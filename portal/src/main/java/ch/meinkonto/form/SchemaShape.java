package ch.meinkonto.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a unit’s system relies on in a schema: names, kinds, choices, limits. Titles and other notes
 * for people are not in it, nor is the order of the fields.
 */
final class SchemaShape {

  private static final Set<String> NOTES = Set.of("title", "description", "$schema", "$id");

  private SchemaShape() {}

  static Object of(String document, ObjectMapper json) {
    return schema(json.readTree(document));
  }

  private static Object schema(JsonNode node) {
    if (!node.isObject()) {
      return node;
    }
    Map<String, Object> shape = new TreeMap<>();
    for (var entry : node.properties()) {
      var word = entry.getKey();
      if (!NOTES.contains(word) && !word.startsWith("x-")) {
        shape.put(word, value(word, entry.getValue()));
      }
    }
    return shape;
  }

  private static Object value(String word, JsonNode value) {
    return switch (word) {
      case "properties" -> named(value);
      case "items" -> schema(value);
      case "oneOf" -> value.valueStream().map(SchemaShape::schema).toList();
      case "required", "enum" -> Set.copyOf(value.valueStream().toList());
      default -> value;
    };
  }

  /** A field may be called “title”: here names are names. */
  private static Map<String, Object> named(JsonNode properties) {
    var shapes = new LinkedHashMap<String, Object>();
    properties.properties().forEach(entry -> shapes.put(entry.getKey(), schema(entry.getValue())));
    return shapes;
  }
}
