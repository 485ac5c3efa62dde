package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.expression.Type;
import ch.meinkonto.platform.yaml.Localized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JSON Schema (2020-12) of the answers that a form sends on: what a unit’s system can rely on,
 * and what to call it when people read it. Rules across fields and limits that move with the day
 * are the portal’s business and not in it.
 *
 * <p>Besides the standard’s words it says {@code x-titles} (titles in further languages), {@code
 * x-unit} ({@code CHF}, or what a number counts), {@code x-options} (what may be chosen at the
 * moment, where that changes without the form) and {@code x-steps} (the steps of the form, each
 * with its fields in order).
 */
final class AnswersSchema {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String CURRENCY = "CHF";
  private static final Map<String, Object> MONEY =
      ordered("type", "number", "multipleOf", new java.math.BigDecimal("0.01"), "x-unit", CURRENCY);

  private final Form form;
  private final Titles titles;

  private AnswersSchema(Form form, Titles titles) {
    this.form = form;
    this.titles = titles;
  }

  /**
   * The schema, without its address: that is the portal’s.
   *
   * @param name what the service is called
   * @param words the portal’s own texts
   */
  static Map<String, Object> of(Form form, Localized<String> name, Titles.Words words) {
    var titles = new Titles(form.service().languages(), words);
    var schema = ordered("$schema", DIALECT);
    schema.putAll(titles.of(name));
    schema.put(
        "description",
        "Answers to %s, version %d".formatted(form.service().id(), form.service().version()));
    schema.putAll(new AnswersSchema(form, titles).root());
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
    root.put("x-steps", form.steps().stream().flatMap(this::step).toList());
    @SuppressWarnings("unchecked") // made just above
    var properties = (Map<String, Object>) root.get("properties");
    if (properties != null) {
      form.booking().ifPresent(booking -> properties.put(ChosenOffer.KEY, offer(booking)));
    }
    if (properties != null && !form.calculated().isEmpty()) {
      properties.put("_calculated", calculated());
    }
    if (properties != null && form.fee().isPresent()) {
      properties.put("_fee", fee());
    }
    return root;
  }

  private Stream<Map<String, Object>> step(Step step) {
    var fields = step.fields().stream().map(Field::id).toList();
    var described = titles.of(step.title());
    described.put("properties", fields);
    return fields.isEmpty() ? Stream.of() : Stream.of(described);
  }

  /** An object with these fields; of those in {@code always}, the ones that must be answered. */
  private Map<String, Object> object(Stream<Field> fields, List<Field> always) {
    var properties = new LinkedHashMap<String, Object>();
    fields.forEach(field -> properties.put(field.id(), described(field)));
    var required =
        always.stream().filter(f -> f.when().isEmpty() && isAlwaysThere(f)).map(Field::id).toList();
    return closed(properties, required);
  }

  private static boolean isAlwaysThere(Field field) {
    return switch (field) {
      case Field.GroupField group -> true;
      case Field.ChoicesField choices -> choices.common().required().isEmpty() && choices.min() > 0;
      default -> field.common().required().isEmpty();
    };
  }

  private Map<String, Object> described(Field field) {
    var schema = titles.of(field.common().label());
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
      case Field.ChoiceField choice -> oneOf(choice.options());
      case Field.ChoicesField choices ->
          ordered(
              "type",
              "array",
              "items",
              choices.ofUnits() ? unit(choices.options()) : oneOf(choices.options()),
              "uniqueItems",
              true,
              "minItems",
              choices.min(),
              "maxItems",
              choices.max());
      case Field.YesNoField yesNo -> Map.of("type", "boolean");
      case Field.ConsentField consent -> ordered("type", "boolean", "const", true);
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
    field.unit().ifPresent(unit -> schema.put("x-unit", unit.plain().in(unit.pieces().fallback())));
    return schema;
  }

  private static Optional<Object> constant(Optional<Expression> limit) {
    return limit
        .filter(e -> e.toString().matches("-?\\d{1,12}(\\.\\d{1,4})?"))
        .map(e -> new java.math.BigDecimal(e.toString()));
  }

  /** Units come and go, and no form changes its meaning by that: they are named, not listed. */
  private Map<String, Object> unit(List<Field.Option> units) {
    var unit = string("^[a-z0-9]+(-[a-z0-9]+)*$");
    unit.put("x-options", described(units));
    return unit;
  }

  private Map<String, Object> oneOf(List<Field.Option> options) {
    return ordered("type", "string", "oneOf", described(options));
  }

  private List<Map<String, Object>> described(List<Field.Option> options) {
    var all = new ArrayList<Map<String, Object>>();
    for (var option : options) {
      var one = ordered("const", option.id());
      one.putAll(titles.of(option.label()));
      all.add(one);
    }
    return all;
  }

  private Map<String, Object> address(Field.AddressField field) {
    var text = ordered("type", "string", "minLength", 1);
    var postcode = field.foreign() ? text : string("^[1-9][0-9]{3}$");
    var country = field.foreign() ? string("^[A-Z]{2}$") : ordered("type", "string", "const", "CH");
    return closed(
        ordered(
            "strasse", titled("form.address.street", text),
            "hausnummer", titled("form.address.number", text),
            "zusatz", titled("form.address.extra", text),
            "plz", titled("form.address.postcode", postcode),
            "ort", titled("form.address.place", text),
            "land", titled("form.address.country", country)),
        List.of("strasse", "plz", "ort", "land"));
  }

  private Map<String, Object> upload(Field.UploadField field) {
    var types =
        field.accept().stream().sorted().flatMap(kind -> kind.mediaTypes().stream()).toList();
    var name = ordered("type", "string", "minLength", 1, "maxLength", 200);
    var size = ordered("type", "integer", "minimum", 1, "maximum", field.maxSize().toBytes());
    var file =
        closed(
            ordered(
                "part", titled("form.schema.part", string("^attachment-[1-9][0-9]*$")),
                "fileName", titled("form.schema.file-name", name),
                "mediaType", titled("form.schema.media-type", ordered("enum", types)),
                "size", titled("form.schema.size", size)),
            List.of("part", "fileName", "mediaType", "size"));
    return ordered("type", "array", "items", file, "minItems", 1, "maxItems", field.maxFiles());
  }

  private Map<String, Object> group(Field.GroupField group) {
    var item = titles.of(group.itemLabel());
    item.putAll(object(group.fields().stream(), group.fields()));
    return ordered(
        "type", "array", "items", item, "minItems", group.min(), "maxItems", group.max());
  }

  private Map<String, Object> calculated() {
    var properties = new LinkedHashMap<String, Object>();
    for (var calculated : form.calculated()) {
      var titled = calculated.label().map(titles::of).orElseGet(LinkedHashMap::new);
      titled.putAll(ofType(calculated.value().type()));
      properties.put(calculated.id(), titled);
    }
    return titled("form.schema.calculated", closed(properties, List.of()));
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

  private Map<String, Object> offer(Booking booking) {
    var text = ordered("type", "string", "minLength", 1);
    var day = ordered("type", "string", "format", "date");
    var values = new LinkedHashMap<String, Object>();
    booking.values().forEach((name, type) -> values.put(name, ofType(type)));
    var properties =
        ordered(
            "id", titled("form.schema.offer.id", text),
            "name", titled("form.schema.offer.name", text),
            "places", titled("form.schema.offer.places", ordered("type", "integer", "minimum", 1)),
            "price", titled("form.schema.offer.price", MONEY),
            "starts", titled("form.schema.offer.starts", day),
            "ends", titled("form.schema.offer.ends", day));
    if (!values.isEmpty()) {
      properties.put("values", closed(values, values.keySet().stream().sorted().toList()));
    }
    if (booking.draw()) {
      properties.put(ChosenOffer.TICKET, titled("form.schema.offer.ticket", text));
    }
    return titled("form.schema.offer", closed(properties, List.of("id", "name", "places")));
  }

  private Map<String, Object> fee() {
    var line =
        closed(
            ordered(
                "label", titled("form.schema.fee.label", ordered("type", "string")),
                "amount", titled("form.schema.fee.amount", MONEY)),
            List.of("label", "amount"));
    var recurring =
        List.of(option("month", "form.schema.fee.month"), option("year", "form.schema.fee.year"));
    var fee =
        ordered(
            "amount", titled("form.schema.fee.amount", MONEY),
            "currency", titled("form.schema.fee.currency", ordered("const", CURRENCY)),
            "recurring", titled("form.schema.fee.recurring", ordered("oneOf", recurring)),
            "lines", titled("form.schema.fee.lines", ordered("type", "array", "items", line)));
    return titled("form.schema.fee", closed(fee, List.of("amount", "currency", "lines")));
  }

  private Map<String, Object> option(String value, String title) {
    var option = ordered("const", value);
    option.putAll(titles.of(title));
    return option;
  }

  private Map<String, Object> titled(String title, Map<String, Object> schema) {
    var titled = titles.of(title);
    titled.putAll(schema);
    return titled;
  }

  private static Map<String, Object> closed(Map<String, Object> properties, List<String> required) {
    return ordered(
        "type",
        "object",
        "properties",
        properties,
        "required",
        required,
        "additionalProperties",
        false);
  }

  private static Map<String, Object> string(String pattern) {
    return ordered("type", "string", "pattern", pattern);
  }

  /** A map in the order in which it is written: schemas are read by people, too. */
  private static Map<String, Object> ordered(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (var i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
