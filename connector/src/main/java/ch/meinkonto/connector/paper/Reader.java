package ch.meinkonto.connector.paper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Turns answers into lines: in the form's order, with its labels, nothing left out. */
final class Reader {

  private static final JsonNode NO_SCHEMA = MissingNode.getInstance();
  private static final String CALCULATED = "_calculated";
  private static final String FEE = "_fee";

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
    reader.object(answers, schema);
    return reader.lines;
  }

  private void object(JsonNode object, JsonNode schema) {
    JsonNode properties = schema.path("properties");
    SequencedSet<String> order = new LinkedHashSet<>(properties.propertyNames());
    order.addAll(object.propertyNames());
    for (String field : order) {
      if (object.has(field)) {
        field(field, object.get(field), properties.path(field));
      }
    }
  }

  private void field(String id, JsonNode value, JsonNode schema) {
    String label = label(id, schema);
    if (id.equals(FEE)) {
      fee(value);
    } else if (isAddress(value)) {
      entry(new Line.Entry(label, address(value)));
    } else if (value.isArray()) {
      list(label, value, schema.path("items"));
    } else if (value.isObject()) {
      group(label, value, schema);
    } else {
      entry(Line.Entry.of(label, Notation.value(value, schema)));
    }
  }

  private void group(String heading, JsonNode object, JsonNode schema) {
    lines.add(new Line.Heading(heading));
    afterGroup = false;
    object(object, schema);
    afterGroup = true;
  }

  /** What follows a group must not look as if it belonged to it. */
  private void entry(Line.Entry entry) {
    if (afterGroup) {
      lines.add(new Line.Heading("Weitere Angaben"));
      afterGroup = false;
    }
    lines.add(entry);
  }

  private static String label(String id, JsonNode schema) {
    String title = schema.path("title").asString("");
    if (!title.isBlank()) {
      return title;
    }
    return id.equals(CALCULATED) ? "Daraus berechnet" : id;
  }

  private void list(String label, JsonNode list, JsonNode schema) {
    if (list.isEmpty()) {
      entry(Line.Entry.of(label, "keine"));
    } else if (!list.get(0).isObject() || list.get(0).has("fileName")) {
      lines.add(new Line.Entry(label, list.valueStream().map(item -> item(item, schema)).toList()));
    } else {
      int number = 0;
      for (JsonNode item : list) {
        group(label + " " + ++number, item, schema);
      }
    }
  }

  private static String item(JsonNode item, JsonNode schema) {
    return item.has("fileName")
        ? item.get("fileName").asString("")
        : Notation.value(item, schema.isMissingNode() ? NO_SCHEMA : schema);
  }

  private void fee(JsonNode fee) {
    lines.add(new Line.Heading("Gebühr"));
    afterGroup = false;
    for (JsonNode line : fee.path("lines")) {
      money(line.path("label").asString(""), line.path("amount"));
    }
    String often =
        Map.of("month", " pro Monat", "year", " pro Jahr")
            .getOrDefault(fee.path("recurring").asString(""), "");
    money("Total" + often, fee.path("amount"));
  }

  private void money(String label, JsonNode amount) {
    lines.add(
        Line.Entry.of(label, amount.isNumber() ? Notation.money(amount) : amount.asString("")));
  }

  private static boolean isAddress(JsonNode value) {
    return value.isObject() && value.has("strasse") && value.has("ort");
  }

  private static List<String> address(JsonNode address) {
    List<String> written = new ArrayList<>();
    written.add(joined(address, "strasse", "hausnummer"));
    written.add(joined(address, "zusatz"));
    written.add(joined(address, "plz", "ort"));
    String country = joined(address, "land");
    written.add(country.equals("CH") ? "" : country);
    return written.stream().filter(line -> !line.isEmpty()).toList();
  }

  private static String joined(JsonNode object, String... names) {
    List<String> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(object.path(name).asString(""));
    }
    return String.join(" ", parts).strip();
  }
}
