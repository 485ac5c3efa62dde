package ch.meinkonto.form;

import ch.meinkonto.form.expression.Type;
import ch.meinkonto.platform.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types of a form’s fields, found before anything else is read, since an expression may speak
 * of a field further down. Complains about nothing: that is for who reads the fields themselves.
 */
final class Declarations {

  static final int MAX_ITEMS = 100;
  static final int DEFAULT_ITEMS = 20;
  static final int MAX_FILES = 20;

  /** Where options stand: the city’s units are to be chosen from. */
  static final String UNITS = "units";

  static final int MOST_UNITS = 20;
  static final int DEFAULT_FILES = 5;

  static final Type.Compound ADDRESS =
      new Type.Compound(
          "an address",
          Map.of(
              "strasse", Type.Plain.TEXT,
              "hausnummer", Type.Plain.TEXT,
              "zusatz", Type.Plain.TEXT,
              "plz", Type.Plain.TEXT,
              "ort", Type.Plain.TEXT,
              "land", Type.Plain.TEXT));

  private static final Type FILE =
      new Type.Compound("a file", Map.of("name", Type.Plain.TEXT, "size", Type.Plain.NUMBER));

  private Declarations() {}

  static Map<String, Type> of(List<YamlNode> fields) {
    var types = new LinkedHashMap<String, Type>();
    for (var field : fields) {
      var id = word(field, "id");
      if (!id.isEmpty() && !word(field, "type").equals("text-block")) {
        types.putIfAbsent(id, type(field));
      }
    }
    return types;
  }

  private static Type type(YamlNode field) {
    return switch (word(field, "type")) {
      case "number", "money" -> Type.Plain.NUMBER;
      case "date", "month" -> Type.Plain.DATE;
      case "yes-no", "consent" -> Type.Plain.TRUTH;
      case "choice" -> new Type.OneOf(options(field));
      case "choices" -> choices(field);
      case "address" -> ADDRESS;
      case "upload" -> new Type.ListOf(FILE, MAX_FILES);
      case "group" ->
          new Type.ListOf(
              new Type.Compound(
                  "an item of “" + word(field, "id") + "”", of(nodes(field, "fields"))),
              max(field));
      default -> Type.Plain.TEXT;
    };
  }

  private static Type choices(YamlNode field) {
    return word(field, "options").equals(UNITS)
        ? new Type.ListOf(Type.Plain.TEXT, MOST_UNITS)
        : new Type.ListOf(new Type.OneOf(options(field)), options(field).size());
  }

  private static Set<String> options(YamlNode field) {
    return nodes(field, "options").stream()
        .map(option -> word(option, "id"))
        .collect(Collectors.toSet());
  }

  private static int max(YamlNode field) {
    var max = word(field, "max");
    return max.matches("\\d{1,3}") ? Math.min(Integer.parseInt(max), MAX_ITEMS) : DEFAULT_ITEMS;
  }

  static List<YamlNode> nodes(YamlNode owner, String key) {
    return owner.isMap()
        ? owner.at(key).filter(YamlNode::isList).map(YamlNode::items).orElse(List.of())
        : List.of();
  }

  private static String word(YamlNode owner, String key) {
    return owner.isMap()
        ? owner.at(key).filter(YamlNode::isScalar).map(YamlNode::text).orElse("")
        : "";
  }
}
