package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.expression.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JSON Schema (2020-12) of the answers that a form sends on: what a unit’s system can rely on.
 * Rules across fields and limits that move with the day are the portal’s business and not in it.
 */
public final class AnswersSchema {

  private static final Map<String, Object> MONEY =
      Map.of("type", "number", "multipleOf", new java.math.BigDecimal("0.01"));

  private final Form form;

  private AnswersSchema(Form form) {
    this.form = form;
  }

  /**
   * The schema.
   *
   * @param id its lasting address
   */
  public static Map<String, Object> of(Form form, String id) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", id);
    schema.put("title", form.service().id() + ", version " + form.service().version());
    schema.putAll(new AnswersSchema(form).root());
    return schema;
  }

  private Map<String, Object> root() {
    var always = new ArrayList<Field>();
    for (var step : form.steps()) {
      if (step.when().isEmpty()) {
        always.addAll(step.fields());
      }
    }
    var root = object(form.fields(), always);
    @SuppressWarnings("unchecked") // made just above
    var properties = (Map<String, Object>) root.get("properties");
    if (properties != null && !form.calculated().isEmpty()) {
      properties.put("_calculated", calculated());
    }
    if (properties != null && form.fee().isPresent()) {
      properties.put("_fee", fee());
    }
    return root;
  }

  /** An object with these fields; of those in {@code always}, the ones that must be answered. */
  private Map<String, Object> object(Stream<Field> fields, List<Field> always) {
    var properties = new LinkedHashMap<String, Object>();
    fields.forEach(field -> properties.put(field.id(), described(field)));
    var required =
        always.stream().filter(f -> f.when().isEmpty() && isAlwaysThere(f)).map(Field::id).toList();
    var object = new LinkedHashMap<String, Object>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", required);
    object.put("additionalProperties", false);
    return object;
  }

  private static boolean isAlwaysThere(Field field) {
    return switch (field) {
      case Field.GroupField group -> true;
      case Field.ChoicesField choices -> choices.common().required().isEmpty() && choices.min() > 0;
      default -> field.common().required().isEmpty();
    };
  }

  private Map<String, Object> described(Field field) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("title", field.common().label().plain());
    schema.putAll(schema(field));
    return schema;
  }

  private Map<String, Object> schema(Field field) {
    return switch (field) {
      case Field.TextField text -> text(text);
      case Field.NumberField number -> number(number);
      case Field.MoneyField money -> MONEY;
      case Field.DateField date -> Map.of("type", "string", "format", "date");
      case Field.MonthField month -> string("^[0-9]{4}-(0[1-9]|1[0-2])$");
      case Field.ChoiceField choice -> Map.of("enum", ids(choice.options()));
      case Field.ChoicesField choices ->
          Map.of(
              "type", "array",
              "items", Map.of("enum", ids(choices.options())),
              "uniqueItems", true,
              "minItems", choices.min(),
              "maxItems", choices.max());
      case Field.YesNoField yesNo -> Map.of("type", "boolean");
      case Field.ConsentField consent -> Map.of("const", true);
      case Field.CodeField code -> string(code.notation().pattern());
      case Field.AddressField address -> address(address);
      case Field.UploadField upload -> upload(upload);
      case Field.GroupField group -> group(group);
    };
  }

  private static Map<String, Object> text(Field.TextField field) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "string");
    schema.put("minLength", 1);
    schema.put("maxLength", field.maxLength());
    field.pattern().ifPresent(pattern -> schema.put("pattern", "^" + pattern.pattern() + "$"));
    return schema;
  }

  private static Map<String, Object> number(Field.NumberField field) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "number");
    schema.put("multipleOf", java.math.BigDecimal.ONE.movePointLeft(field.decimals()));
    constant(field.limits().min()).ifPresent(min -> schema.put("minimum", min));
    constant(field.limits().max()).ifPresent(max -> schema.put("maximum", max));
    return schema;
  }

  private static Optional<Object> constant(Optional<Expression> limit) {
    return limit
        .filter(e -> e.toString().matches("-?\\d{1,12}(\\.\\d{1,4})?"))
        .map(e -> new java.math.BigDecimal(e.toString()));
  }

  private static Map<String, Object> address(Field.AddressField field) {
    var properties = new LinkedHashMap<String, Object>();
    for (var part : PostalAddress.PARTS) {
      properties.put(part, Map.of("type", "string", "minLength", 1));
    }
    properties.put("land", field.foreign() ? string("^[A-Z]{2}$") : Map.of("const", "CH"));
    if (!field.foreign()) {
      properties.put("plz", string("^[1-9][0-9]{3}$"));
    }
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        List.of("strasse", "plz", "ort", "land"),
        "additionalProperties",
        false);
  }

  private static Map<String, Object> upload(Field.UploadField field) {
    var types =
        field.accept().stream().sorted().flatMap(kind -> kind.mediaTypes().stream()).toList();
    var file =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                "part", string("^attachment-[1-9][0-9]*$"),
                "fileName", Map.of("type", "string", "minLength", 1, "maxLength", 200),
                "mediaType", Map.of("enum", types),
                "size",
                    Map.of("type", "integer", "minimum", 1, "maximum", field.maxSize().toBytes())),
            "required",
            List.of("part", "fileName", "mediaType", "size"),
            "additionalProperties",
            false);
    return Map.of("type", "array", "items", file, "minItems", 1, "maxItems", field.maxFiles());
  }

  private Map<String, Object> group(Field.GroupField group) {
    return Map.of(
        "type", "array",
        "items", object(group.fields().stream(), group.fields()),
        "minItems", group.min(),
        "maxItems", group.max());
  }

  private Map<String, Object> calculated() {
    var properties = new LinkedHashMap<String, Object>();
    form.calculated().forEach(c -> properties.put(c.id(), ofType(c.value().type())));
    return Map.of("type", "object", "properties", properties, "additionalProperties", false);
  }

  private static Map<String, Object> ofType(Type type) {
    return switch (type) {
      case Type.Plain plain ->
          switch (plain) {
            case NUMBER -> Map.of("type", "number");
            case TRUTH -> Map.of("type", "boolean");
            case DATE -> Map.of("type", "string", "format", "date");
            case TEXT, MOMENT, PERIOD -> Map.of("type", "string");
          };
      case Type.OneOf words -> Map.of("type", "string");
      case Type.ListOf list -> Map.of("type", "string");
      case Type.Compound compound -> Map.of("type", "string");
    };
  }

  private static Map<String, Object> fee() {
    var line =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of("label", Map.of("type", "string"), "amount", MONEY),
            "required",
            List.of("label", "amount"),
            "additionalProperties",
            false);
    return Map.of(
        "type",
        "object",
        "properties",
        Map.of(
            "amount", MONEY,
            "currency", Map.of("const", "CHF"),
            "recurring", Map.of("enum", List.of("month", "year")),
            "lines", Map.of("type", "array", "items", line)),
        "required",
        List.of("amount", "currency", "lines"),
        "additionalProperties",
        false);
  }

  private static List<String> ids(List<Field.Option> options) {
    return options.stream().map(Field.Option::id).toList();
  }

  private static Map<String, Object> string(String pattern) {
    return Map.of("type", "string", "pattern", pattern);
  }
}
