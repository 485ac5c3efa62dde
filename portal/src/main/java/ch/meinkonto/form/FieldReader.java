package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.expression.Type;
import ch.meinkonto.form.notation.AhvNumber;
import ch.meinkonto.form.notation.DogChip;
import ch.meinkonto.form.notation.Email;
import ch.meinkonto.form.notation.Iban;
import ch.meinkonto.form.notation.Notation;
import ch.meinkonto.form.notation.PatternReference;
import ch.meinkonto.form.notation.Phone;
import ch.meinkonto.form.notation.Plate;
import ch.meinkonto.form.notation.Reference;
import ch.meinkonto.form.notation.Uid;
import ch.meinkonto.platform.upload.FileKind;
import ch.meinkonto.platform.yaml.YamlNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** Reads the fields of a step or of a group. */
final class FieldReader {

  private static final int MAX_FIELDS = 60;
  static final DataSize DEFAULT_FILE = DataSize.ofMegabytes(10);
  private static final DataSize MAX_FILE = DataSize.ofMegabytes(100);
  private static final int MAX_PAGES = 200;

  private static final Set<String> ERRORS =
      Set.of(
          "required",
          "invalid",
          "min",
          "max",
          "pattern",
          "max-length",
          "decimals",
          "option",
          "accept",
          "max-size",
          "max-files",
          "max-pages");

  private static final Set<String> PREFILL =
      Stream.concat(
              Stream.of("name.given", "name.family", "email", "phone", "address"),
              OnDevice.TYPES.keySet().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Reading reading;
  private final boolean inGroup;

  FieldReader(Reading reading, boolean inGroup) {
    this.reading = reading;
    this.inGroup = inGroup;
  }

  List<Element> elements(YamlNode owner, Set<String> taken) {
    var elements = new ArrayList<Element>();
    for (var node : owner.require("fields").items()) {
      element(node, taken).ifPresent(elements::add);
    }
    OnDevice.check(Declarations.nodes(owner, "fields"));
    if (elements.size() > MAX_FIELDS) {
      owner.finding("more than " + MAX_FIELDS + " fields in one place");
    }
    return elements;
  }

  private Optional<Element> element(YamlNode node, Set<String> taken) {
    var type = node.require("type");
    if (!type.isScalar()) {
      return Optional.empty();
    }
    if (type.text().equals("text-block")) {
      return Optional.of(textBlock(node));
    }
    var common = common(node, taken);
    return switch (type.text()) {
      case "text" -> Optional.of(text(node, common));
      case "number" -> Optional.of(number(node, common));
      case "money" ->
          with(node, new Field.MoneyField(common, limits(node, Type.Plain.NUMBER)), "min", "max");
      case "date" ->
          with(node, new Field.DateField(common, limits(node, Type.Plain.DATE)), "min", "max");
      case "month" ->
          with(node, new Field.MonthField(common, limits(node, Type.Plain.DATE)), "min", "max");
      case "choice" -> Optional.of(choice(node, common));
      case "choices" -> Optional.of(choices(node, common));
      case "yes-no" -> with(node, new Field.YesNoField(common));
      case "consent" -> with(node, new Field.ConsentField(common));
      case "email" -> with(node, new Field.CodeField(common, new Email()));
      case "phone" -> with(node, new Field.CodeField(common, new Phone()));
      case "ahv" -> with(node, new Field.CodeField(common, new AhvNumber()));
      case "plate" -> with(node, new Field.CodeField(common, new Plate()));
      case "uid" -> with(node, new Field.CodeField(common, new Uid()));
      case "dog-chip" -> with(node, new Field.CodeField(common, new DogChip()));
      case "iban" -> with(node, new Field.CodeField(common, iban(node)), "country");
      case "reference" ->
          with(node, new Field.CodeField(common, reference(node)), "scheme", "pattern");
      case "address" ->
          with(
              node,
              new Field.AddressField(common, node.at("foreign").map(YamlNode::bool).orElse(false)),
              "foreign");
      case "upload" -> Optional.of(upload(node, common));
      case "group" -> group(node, common);
      default -> {
        type.finding("there is no field type “" + type.text() + "”");
        yield Optional.empty();
      }
    };
  }

  private Element textBlock(YamlNode node) {
    node.allow("type", "id", "when", "kind", "text");
    var kind =
        node.at("kind")
            .map(k -> k.oneOf(Map.of("info", Element.Kind.INFO, "warning", Element.Kind.WARNING)))
            .orElse(Element.Kind.INFO);
    return new Element.TextBlock(
        reading.condition(node, "when"), kind, reading.text(node.require("text")));
  }

  private Field.Common common(YamlNode node, Set<String> taken) {
    var errors = new LinkedHashMap<String, Text>();
    node.at("error")
        .ifPresent(own -> {
          own.allow(ERRORS);
          own.entries().forEach((rule, text) -> errors.put(rule, reading.text(text)));
        });
    return new Field.Common(
        reading.newId(node, taken),
        reading.text(node.require("label")),
        reading.text(node, "hint"),
        reading.condition(node, "required"),
        reading.condition(node, "when"),
        node.at("prefill").map(FieldReader::prefill),
        node.at("autocomplete").map(FieldReader::token),
        errors,
        node.at("sensitive").map(YamlNode::bool).orElse(false));
  }

  private static String prefill(YamlNode node) {
    if (!PREFILL.contains(node.text())) {
      node.finding(
          "prefill must be one of: " + String.join(", ", PREFILL.stream().sorted().toList()));
    }
    return node.text();
  }

  private static String token(YamlNode node) {
    if (!node.text().matches("[a-z][a-z0-9-]{1,40}( [a-z][a-z0-9-]{1,40}){0,3}")) {
      node.finding("autocomplete must be a token as HTML knows them");
    }
    return node.text();
  }

  private static Optional<Element> with(YamlNode node, Field field, String... ownKeys) {
    allow(node, ownKeys);
    return Optional.of(field);
  }

  private static void allow(YamlNode node, String... ownKeys) {
    var keys =
        new HashSet<>(
            Set.of(
                "id",
                "type",
                "label",
                "hint",
                "required",
                "when",
                "prefill",
                "autocomplete",
                "error",
                "sensitive"));
    keys.addAll(List.of(ownKeys));
    node.allow(keys);
  }

  private Field.Limits limits(YamlNode node, Type type) {
    return new Field.Limits(limit(node, "min", type), limit(node, "max", type));
  }

  private Optional<Expression> limit(YamlNode node, String key, Type type) {
    return node.at(key).flatMap(limit -> reading.expression(limit, type));
  }

  private Field text(YamlNode node, Field.Common common) {
    allow(node, "max-length", "pattern", "lines");
    var lines = node.at("lines").map(n -> n.integer(1, 30)).orElse(1);
    return new Field.TextField(
        common,
        node.at("max-length").map(n -> n.integer(1, 10_000)).orElse(lines > 1 ? 2_000 : 200),
        node.at("pattern").flatMap(FieldReader::pattern),
        lines);
  }

  /** RE2, so that no pattern can make the portal slow (no look-around, no back-references). */
  private static Optional<Pattern> pattern(YamlNode node) {
    try {
      return Optional.of(Pattern.compile("(?:" + node.text() + ")"));
    } catch (PatternSyntaxException e) {
      node.finding("not a pattern: " + e.getDescription());
      return Optional.empty();
    }
  }

  private Field number(YamlNode node, Field.Common common) {
    allow(node, "min", "max", "decimals", "unit");
    return new Field.NumberField(
        common,
        limits(node, Type.Plain.NUMBER),
        node.at("decimals").map(n -> n.integer(0, 4)).orElse(0),
        reading.text(node, "unit"));
  }

  private List<Field.Option> options(YamlNode node) {
    var taken = new HashSet<String>();
    var list = node.require("options");
    var options = new ArrayList<Field.Option>();
    for (var option : list.items()) {
      option.allow("id", "label", "hint", "when");
      options.add(
          new Field.Option(
              reading.newId(option, taken),
              reading.text(option.require("label")),
              reading.text(option, "hint"),
              reading.condition(option, "when")));
    }
    if (list.isList() && options.isEmpty()) {
      list.finding("there is nothing to choose from");
    }
    return options;
  }

  private Field choice(YamlNode node, Field.Common common) {
    allow(node, "options", "as");
    var options = options(node);
    var select =
        node.at("as")
            .map(as -> as.oneOf(Map.of("radios", false, "select", true)))
            .orElse(options.size() > 7);
    return new Field.ChoiceField(common, options, select);
  }

  private Field choices(YamlNode node, Field.Common common) {
    allow(node, "options", "min", "max");
    var ofUnits = node.at("options").filter(o -> o.isScalar() && isUnits(o)).isPresent();
    var options = ofUnits ? units() : options(node);
    var size = ofUnits ? Declarations.MOST_UNITS : Math.max(1, options.size());
    var min = node.at("min").map(n -> n.integer(0, size)).orElse(1);
    var max = node.at("max").map(n -> n.integer(1, size)).orElse(size);
    if (min > max) {
      node.finding("min is greater than max");
    }
    return new Field.ChoicesField(common, options, min, max, ofUnits);
  }

  private static boolean isUnits(YamlNode options) {
    return options.text().equals(Declarations.UNITS);
  }

  /** Those that take what people send, by name. */
  private List<Field.Option> units() {
    var language = reading.languages().fallback();
    var alphabet = Collator.getInstance(Locale.forLanguageTag(language));
    return reading.units().stream()
        .sorted(Comparator.comparing(unit -> unit.name().in(language), alphabet))
        .map(unit ->
            new Field.Option(
                unit.id().value(),
                new Text(unit.name().map(name -> List.<Text.Piece>of(new Text.Words(name)))),
                Optional.empty(),
                Optional.empty()))
        .toList();
  }

  private static Notation iban(YamlNode node) {
    var country = node.at("country");
    country
        .filter(c -> !c.text().matches("[A-Z]{2}"))
        .ifPresent(c -> c.finding("country must be two capital letters, such as CH"));
    return new Iban(country.map(YamlNode::text));
  }

  private static Notation reference(YamlNode node) {
    var pattern = node.at("pattern");
    if (pattern.isPresent()) {
      return pattern(pattern.get())
          .<Notation>map(p -> PatternReference.of(pattern.get().text()))
          .orElse(Reference.ESR);
    }
    return node.require("scheme").oneOf(Map.of("qrr", Reference.QRR, "esr-mod10", Reference.ESR));
  }

  private Field upload(YamlNode node, Field.Common common) {
    allow(node, "accept", "max-files", "max-size", "max-pages");
    var accept = EnumSet.noneOf(FileKind.class);
    node.at("accept")
        .ifPresent(list ->
            list.items()
                .forEach(kind ->
                    accept.add(kind.oneOf(Map.of("pdf", FileKind.PDF, "image", FileKind.IMAGE)))));
    if (accept.isEmpty()) {
      accept.addAll(EnumSet.allOf(FileKind.class));
    }
    return new Field.UploadField(
        common,
        accept,
        node.at("max-files")
            .map(n -> n.integer(1, Declarations.MAX_FILES))
            .orElse(Declarations.DEFAULT_FILES),
        node.at("max-size").map(FieldReader::size).orElse(DEFAULT_FILE),
        node.at("max-pages").map(n -> n.integer(1, MAX_PAGES)).orElse(MAX_PAGES));
  }

  private static DataSize size(YamlNode node) {
    var match = java.util.regex.Pattern.compile("(\\d{1,3}) MB").matcher(node.text());
    if (match.matches()) {
      var size = DataSize.ofMegabytes(Long.parseLong(match.group(1)));
      if (size.toBytes() > 0 && size.compareTo(MAX_FILE) <= 0) {
        return size;
      }
    }
    node.finding("max-size must be written as “5 MB”, at most 100 MB");
    return DEFAULT_FILE;
  }

  private Optional<Element> group(YamlNode node, Field.Common common) {
    allow(node, "fields", "item-label", "add-label", "min", "max");
    if (inGroup) {
      node.finding("a group can’t stand in a group");
      return Optional.empty();
    }
    var item = new LinkedHashMap<>(Declarations.of(Declarations.nodes(node, "fields")));
    var inside = reading.inside(item);
    var fields = new FieldReader(inside, true).elements(node, new HashSet<>());
    item.put("nr", Type.Plain.NUMBER); // known to the label only
    var label = inside.text(node.require("item-label"));
    var min = node.at("min").map(n -> n.integer(0, Declarations.MAX_ITEMS)).orElse(0);
    var max =
        node.at("max")
            .map(n -> n.integer(1, Declarations.MAX_ITEMS))
            .orElse(Declarations.DEFAULT_ITEMS);
    if (min > max) {
      node.finding("min is greater than max");
    }
    var order = Order.of(Order.needsWithin(fields));
    order.circle().ifPresent(circle -> node.finding(circle));
    return Optional.of(
        new Field.GroupField(
            common,
            label,
            reading.text(node.require("add-label")),
            min,
            max,
            fields,
            order.sequence()));
  }
}
