package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.expression.Names;
import ch.meinkonto.form.expression.Scope;
import ch.meinkonto.platform.upload.FileName;
import ch.meinkonto.platform.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the answers of examples: as they are sent on, or as expressions. */
final class ExampleAnswers {

  private static final String EXPRESSION = "= ";
  private static final long FILE_SIZE = 20_000;
  private static final Set<String> OF_ALL_OFFERS = Set.of("id", "name", "price", "starts", "ends");

  private final Form form;
  private final Names names;

  ExampleAnswers(Form form) {
    this.form = form;
    this.names = Names.of(Map.of(), form.tables());
  }

  /** Answers by field; a field without a value is answered with nothing. */
  Map<String, ExampleAnswer> read(YamlNode node) {
    return read(node, form.fields().toList(), "");
  }

  private Map<String, ExampleAnswer> read(YamlNode node, List<Field> fields, String prefix) {
    var answers = new LinkedHashMap<String, ExampleAnswer>();
    node.entries()
        .forEach((id, value) ->
            fields.stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .ifPresentOrElse(
                    field -> answers.put(id, answer(field, value, prefix + id)),
                    () -> unknown(value, id, fields)));
    return answers;
  }

  /** The offer that is booked: its id, name, price, days and values. */
  ExampleAnswer offer(YamlNode node) {
    var booking = form.booking().orElse(null);
    if (booking == null) {
      node.finding("nothing is booked by this form");
      return _ -> null;
    }
    var told = new LinkedHashMap<String, ExampleAnswer>();
    var values = new LinkedHashMap<String, ExampleAnswer>();
    node.entries()
        .forEach((key, value) -> {
          if (OF_ALL_OFFERS.contains(key)) {
            told.put(key, plain(value));
          } else if (booking.values().containsKey(key)) {
            values.put(key, plain(value));
          } else {
            value.finding("an offer tells no “" + key + "”");
          }
        });
    told.put("values", now -> typed(booking, ExampleAnswer.all(values, now)));
    return now -> {
      var json = ExampleAnswer.all(told, now);
      json.putIfAbsent("id", "A-1");
      json.putIfAbsent("name", "A");
      json.computeIfPresent("price", (_, price) -> number(price));
      return json;
    };
  }

  /** As the unit tells them; a file of examples has only texts and what expressions yield. */
  private static Map<String, Object> typed(Booking booking, Map<String, Object> values) {
    var typed = new LinkedHashMap<String, Object>();
    values.forEach((key, value) ->
        typed.put(
            key,
            switch (Objects.requireNonNull(booking.values().get(key))) {
              case NUMBER -> number(value);
              case TRUTH -> value.equals("true") || value.equals(true);
              case DATE, TEXT, MOMENT, PERIOD -> value;
            }));
    return typed;
  }

  private ExampleAnswer plain(YamlNode node) {
    var value = value(node);
    return now -> canonical(value.at(now));
  }

  private static Object number(Object value) {
    return RuleExample.number(value).<Object>map(number -> number).orElse(value);
  }

  private static void unknown(YamlNode node, String id, List<Field> fields) {
    node.finding(
        "there is no field “" + id + "”" + Names.suggestion(id, fields.stream().map(Field::id)));
  }

  private ExampleAnswer answer(Field field, YamlNode node, String path) {
    if (node.isMissing()) {
      return _ -> null;
    }
    return switch (field) {
      case Field.GroupField group -> group(group, node, path);
      case Field.AddressField address -> address(node);
      case Field.UploadField upload -> files(node, path);
      case Field.ChoicesField choices -> list(node.items().stream().map(this::value).toList());
      case Field.MonthField month -> {
        var value = value(node);
        yield now ->
            value.at(now) instanceof LocalDate day
                ? YearMonth.from(day).toString()
                : canonical(value.at(now));
      }
      default -> {
        var value = value(node);
        yield now -> canonical(value.at(now));
      }
    };
  }

  private ExampleAnswer group(Field.GroupField group, YamlNode node, String path) {
    var items = new ArrayList<ExampleAnswer>();
    for (var item : node.items()) {
      var answers = read(item, group.fields(), path + "." + items.size() + ".");
      items.add(now -> ExampleAnswer.all(answers, now));
    }
    return list(items);
  }

  private ExampleAnswer address(YamlNode node) {
    node.allow(PostalAddress.PARTS.toArray(String[]::new));
    var parts = new LinkedHashMap<String, ExampleAnswer>();
    node.entries()
        .forEach((part, text) -> parts.put(part, text.isMissing() ? _ -> null : value(text)));
    return now -> ExampleAnswer.all(parts, now);
  }

  private static ExampleAnswer list(List<ExampleAnswer> items) {
    return now ->
        items.stream().map(item -> canonical(item.at(now))).filter(Objects::nonNull).toList();
  }

  /** Only their names are told; what they hold is made up. */
  private static ExampleAnswer files(YamlNode node, String path) {
    var files = new ArrayList<Object>();
    for (var name : node.texts()) {
      var file = new LinkedHashMap<String, Object>();
      file.put("id", "upload-" + path + "-" + (files.size() + 1));
      file.put("fileName", name);
      file.put("mediaType", FileName.mediaType(name).orElse("application/octet-stream"));
      file.put("size", FILE_SIZE);
      files.add(file);
    }
    return _ -> List.copyOf(files);
  }

  /** A text as it is written, or what it yields when it begins with an equals sign. */
  ExampleAnswer value(YamlNode node) {
    var text = node.text();
    if (!text.startsWith(EXPRESSION)) {
      return _ -> text;
    }
    return switch (Expression.of(text.substring(EXPRESSION.length()), names)) {
      case Expression.Checked(var expression) ->
          now -> expression.evaluate(Scope.of(now, Map.of()));
      case Expression.Wrong(var position, var reason) -> {
        var at = position + EXPRESSION.length() + 1;
        node.finding("in “" + text + "”, character " + at + ": " + reason);
        yield _ -> null;
      }
    };
  }

  /** As it is sent on. */
  static @Nullable Object canonical(@Nullable Object value) {
    return switch (value) {
      case LocalDate date -> date.toString();
      case BigDecimal number -> Json.plain(number);
      case null, default -> value;
    };
  }
}
