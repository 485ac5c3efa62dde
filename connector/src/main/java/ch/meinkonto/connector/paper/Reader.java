package ch.meinkonto.connector.paper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import tools.jackson.databind.JsonNode;

/**
 * Turns answers into lines: step by step, in the form's order, with its titles, no answer left out.
 */
final class Reader {

  private static final String CALCULATED = "_calculated";
  private static final String FEE = "_fee";
  private static final String MORE = "Weitere Angaben";

  private final List<Line> lines = new ArrayList<>();
  private boolean afterGroup;

  private Reader() {}

  /**
   * The answers as lines.
   *
   * @param schema their schema, or a missing node
   */
  static List<Line> lines(JsonNode answers, JsonNode schema) {
    Reader reader = new Reader();
    SequencedSet<String> rest = order(answers, schema);
    for (JsonNode step : schema.path("x-steps")) {
      List<String> fields =
          step.path("properties")
              .valueStream()
              .map(JsonNode::asString)
              .filter(rest::remove)
              .toList();
      reader.section(step.path("title").asString(MORE), answers, schema, fields);
    }
    boolean fee = rest.remove(FEE);
    boolean calculated = rest.remove(CALCULATED);
    reader.section(reader.lines.isEmpty() ? "Angaben" : MORE, answers, schema, rest);
    if (calculated) {
      reader.calculated(answers.path(CALCULATED), schema.path("properties").path(CALCULATED));
    }
    if (fee) {
      reader.fee(answers.path(FEE));
    }
    return reader.lines;
  }

  /** Those fields that are answered: in the schema's order, then what the schema does not know. */
  private static SequencedSet<String> order(JsonNode object, JsonNode schema) {
    SequencedSet<String> order = new LinkedHashSet<>(schema.path("properties").propertyNames());
    order.addAll(object.propertyNames());
    order.removeIf(field -> !object.has(field));
    return order;
  }

  /** What has no title in a schema only helped to calculate. */
  private void calculated(JsonNode values, JsonNode schema) {
    SequencedSet<String> shown = order(values, schema);
    shown.removeIf(id -> schema.isObject() && !schema.at("/properties/" + id).has("title"));
    section(schema.path("title").asString("Berechnet"), values, schema, shown);
  }

  private void section(String title, JsonNode answers, JsonNode schema, Iterable<String> fields) {
    if (fields.iterator().hasNext()) {
      lines.add(Line.Heading.section(title));
      afterGroup = false;
      object(answers, schema, fields);
    }
  }

  private void object(JsonNode object, JsonNode schema, Iterable<String> fields) {
    for (String field : fields) {
      field(field, object.path(field), schema.path("properties").path(field));
    }
  }

  private void field(String id, JsonNode value, JsonNode schema) {
    String label = schema.path("title").asString(id);
    if (isAddress(value)) {
      entry(new Line.Entry(label, PostalLines.of(value)));
    } else if (value.isArray()) {
      list(label, value, schema.path("items"));
    } else if (value.isObject()) {
      item(2, label, value, schema);
    } else {
      entry(Line.Entry.of(label, Notation.value(value, schema)));
    }
  }

  private void list(String label, JsonNode list, JsonNode schema) {
    if (list.isEmpty()) {
      entry(Line.Entry.of(label, "keine"));
    } else if (!list.get(0).isObject() || list.get(0).has("fileName")) {
      entry(new Line.Entry(label, list.valueStream().map(one -> single(one, schema)).toList()));
    } else {
      group(label, list, schema);
    }
  }

  private void group(String label, JsonNode list, JsonNode schema) {
    lines.add(new Line.Heading(2, label));
    String title = schema.path("title").asString("Eintrag {nr}");
    int number = 0;
    for (JsonNode item : list) {
      item(3, title.replace("{nr}", String.valueOf(++number)), item, schema);
    }
  }

  private void item(int level, String heading, JsonNode object, JsonNode schema) {
    lines.add(new Line.Heading(level, heading));
    afterGroup = false;
    object(object, schema, order(object, schema));
    afterGroup = true;
  }

  /** What follows a group must not look as if it belonged to it. */
  private void entry(Line.Entry entry) {
    if (afterGroup) {
      lines.add(new Line.Heading(2, MORE));
      afterGroup = false;
    }
    lines.add(entry);
  }

  private static String single(JsonNode one, JsonNode schema) {
    return one.has("fileName") ? one.path("fileName").asString("") : Notation.value(one, schema);
  }

  private void fee(JsonNode fee) {
    lines.add(Line.Heading.section("Gebühr"));
    for (JsonNode line : fee.path("lines")) {
      lines.add(Line.Entry.of(line.path("label").asString(""), money(line.path("amount"))));
    }
    String often =
        switch (fee.path("recurring").asString("")) {
          case "month" -> "Total pro Monat";
          case "year" -> "Total pro Jahr";
          default -> "Total";
        };
    lines.add(new Line.Total(often, money(fee.path("amount"))));
  }

  private static String money(JsonNode amount) {
    return amount.isNumber() ? Notation.money(amount) : amount.asString("");
  }

  private static boolean isAddress(JsonNode value) {
    return value.isObject() && value.has("strasse") && value.has("ort");
  }
}
