package ch.meinkonto.form;

import ch.meinkonto.directory.Ids;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.expression.Names;
import ch.meinkonto.form.expression.Table;
import ch.meinkonto.form.expression.Type;
import ch.meinkonto.platform.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the form of a service’s file: its nodes {@code form}, {@code booking}, {@code route},
 * {@code copies}, {@code calendars}, {@code per-unit}, {@code tables}. What is wrong becomes
 * findings; there is a form only when nothing is.
 */
public final class FormReader {

  /** Words that are addresses of their own under a draft. */
  private static final Set<String> RESERVED =
      Set.of("pruefen", "senden", "gesendet", "loeschen", "angebot", "fuer-wen");

  private final ServiceHeader header;
  private final YamlNode service;
  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, Type.Plain> offerValues = new HashMap<>();
  private final Map<String, Table> tables;
  private final Reading reading;

  private FormReader(YamlNode service, ServiceHeader header) {
    this.service = service;
    this.header = header;
    service.at("booking").ifPresent(booking -> offerValues.putAll(BookingReader.values(booking)));
    service.at("form").ifPresent(form -> steps(form).forEach(this::declare));
    this.tables = tables(service);
    this.reading = new Reading(header.languages(), Names.of(types, tables), header.choices());
  }

  /** Reads the form of a service, given the root of its file. */
  public static Optional<Form> read(YamlNode service, ServiceHeader header) {
    var before = service.findings().all().size();
    var form = new FormReader(service, header).form(service.require("form"));
    return service.findings().all().size() == before ? form : Optional.empty();
  }

  private static List<YamlNode> steps(YamlNode form) {
    return Declarations.nodes(form, "steps");
  }

  private void declare(YamlNode step) {
    Declarations.of(Declarations.nodes(step, "fields")).forEach(types::putIfAbsent);
  }

  private Optional<Form> form(YamlNode node) {
    node.allow("notes", "steps", "rules", "calculated", "fee");
    var booking = service.at("booking").map(one -> BookingReader.read(one, offerValues, reading));
    booking.ifPresent(one -> offer(node, one));
    var taken = new HashSet<>(types.keySet());
    var calculated =
        items(node, "calculated").stream().flatMap(n -> calculated(n, taken).stream()).toList();
    var steps = readSteps(node);
    var rules = items(node, "rules").stream().flatMap(n -> rule(n).stream()).toList();
    var fee = node.at("fee").map(this::fee);
    var route = service.at("route").flatMap(this::route);
    var draft =
        new Form(
            header,
            reading.text(node, "notes"),
            steps,
            calculated,
            rules,
            fee,
            route,
            tables,
            copies(steps),
            service.at("per-unit").filter(YamlNode::isScalar).map(YamlNode::text),
            booking,
            calendars(),
            List.of());
    if (!draft.calendars().isEmpty()
        && (booking.isPresent() || fee.filter(one -> !one.ways().isEmpty()).isPresent())) {
      service.require("calendars").finding("what is booked or paid before sending has none");
    }
    booking.ifPresent(_ -> BookingReader.check(draft, service));
    service.at("per-unit").ifPresent(field -> new PerUnit(draft, service, field).check());
    return new FormChecks(draft, node).check();
  }

  private void offer(YamlNode form, Booking booking) {
    if (types.put(Booking.NAME, booking.type()) != null) {
      form.finding("“offer” is what is booked: nothing else can be called so");
    }
  }

  private static List<YamlNode> items(YamlNode owner, String key) {
    return owner.at(key).map(YamlNode::items).orElse(List.of());
  }

  private Optional<Form.Calculated> calculated(YamlNode node, Set<String> taken) {
    node.allow("id", "label", "value");
    var id = reading.newId(node, taken);
    var label = reading.text(node, "label");
    var value = reading.expression(node.require("value"));
    value.ifPresent(expression -> types.put(id, expression.type()));
    return value.map(expression -> new Form.Calculated(id, label, expression));
  }

  private List<Step> readSteps(YamlNode form) {
    var ids = new HashSet<String>();
    var taken = new HashSet<String>();
    var steps = new ArrayList<Step>();
    for (var node : form.require("steps").items()) {
      node.allow("id", "title", "intro", "when", "fields");
      var id = reading.newId(node, ids);
      if (RESERVED.contains(id)) {
        node.finding("“" + id + "” can’t be a step’s id: it is an address of the portal");
      }
      steps.add(
          new Step(
              id,
              reading.text(node.require("title")),
              reading.text(node, "intro"),
              reading.condition(node, "when"),
              new FieldReader(reading, false).elements(node, taken)));
    }
    return steps;
  }

  private Optional<Form.Rule> rule(YamlNode node) {
    node.allow("that", "when", "at", "error");
    var that = reading.expression(node.require("that"), Type.Plain.TRUTH);
    var at = node.require("at");
    var error = reading.text(node.require("error"));
    if (at.isScalar() && !types.containsKey(at.text())) {
      at.finding("there is no field “" + at.text() + "”");
    }
    var when = reading.condition(node, "when");
    return that.map(condition -> new Form.Rule(condition, when, at.text(), error));
  }

  private Fee fee(YamlNode node) {
    node.allow("amount", "lines", "recurring", "pay");
    var amount = node.at("amount").flatMap(n -> reading.expression(n, Type.Plain.NUMBER));
    var lines = items(node, "lines").stream().flatMap(n -> line(n).stream()).toList();
    if (node.at("amount").isEmpty() && node.at("lines").isEmpty()) {
      node.finding("a fee needs an amount or lines");
    }
    var recurring =
        node.at("recurring")
            .map(n ->
                n.oneOf(
                    Map.of(
                        "once", Fee.Recurring.ONCE,
                        "month", Fee.Recurring.MONTH,
                        "year", Fee.Recurring.YEAR)))
            .orElse(Fee.Recurring.ONCE);
    return new Fee(amount, lines, recurring, ways(node, recurring));
  }

  /** Whoever pays may come back to it, from another device, too: so it takes a login. */
  private Set<Fee.Way> ways(YamlNode fee, Fee.Recurring recurring) {
    var ways = EnumSet.noneOf(Fee.Way.class);
    for (var node : items(fee, "pay")) {
      ways.add(node.oneOf(Map.of("online", Fee.Way.ONLINE, "invoice", Fee.Way.INVOICE)));
    }
    if (!ways.isEmpty() && recurring != Fee.Recurring.ONCE) {
      fee.require("pay").finding("only what is due once is paid before sending");
    }
    if (!ways.isEmpty() && service.at("level").filter(l -> l.text().equals("none")).isPresent()) {
      fee.require("pay").finding("who pays before sending has to be logged in: raise the level");
    }
    return ways;
  }

  private Optional<Fee.Line> line(YamlNode node) {
    node.allow("label", "amount", "when");
    var label = reading.text(node.require("label"));
    var when = reading.condition(node, "when");
    return reading
        .expression(node.require("amount"), Type.Plain.NUMBER)
        .map(amount -> new Fee.Line(label, amount, when));
  }

  private Optional<Expression> route(YamlNode node) {
    node.allow("value");
    return reading.expression(node.require("value"), Type.Plain.TEXT);
  }

  private List<Form.Fitting> calendars() {
    return items(service, "calendars").stream().flatMap(node -> calendar(node).stream()).toList();
  }

  private Optional<Form.Fitting> calendar(YamlNode node) {
    node.allow("calendar", "when");
    var when = reading.condition(node, "when");
    return reading
        .expression(node.require("calendar"), Type.Plain.TEXT)
        .map(calendar -> new Form.Fitting(calendar, when));
  }

  private List<Form.Copy> copies(List<Step> steps) {
    var units = new HashSet<UnitId>();
    var known = steps.stream().map(Step::id).toList();
    return items(service, "copies").stream().map(node -> copy(node, known, units)).toList();
  }

  private Form.Copy copy(YamlNode node, List<String> known, Set<UnitId> units) {
    node.allow("unit", "why", "when", "steps");
    var unit = Ids.read(node.require("unit"), UnitId::new, "amt");
    if (!units.add(unit)) {
      node.finding("the unit “" + unit + "” gets two copies");
    }
    var steps = new LinkedHashSet<String>();
    for (var step : node.require("steps").items()) {
      if (!known.contains(step.text())) {
        step.finding("there is no step “" + step.text() + "”");
      }
      steps.add(step.text());
    }
    return new Form.Copy(
        unit,
        reading.text(node.require("why")),
        reading.condition(node, "when"),
        List.copyOf(steps),
        header.triesOut(unit));
  }

  private static Map<String, Table> tables(YamlNode service) {
    var tables = new LinkedHashMap<String, Table>();
    service
        .at("tables")
        .ifPresent(all -> all.entries().forEach((id, node) -> tables.put(id, table(node))));
    return tables;
  }

  private static Table table(YamlNode node) {
    var texts = new LinkedHashMap<String, Object>();
    node.entries().forEach((key, value) -> texts.put(key, value.text()));
    var numeric =
        !texts.isEmpty()
            && texts.values().stream()
                .allMatch(v -> v.toString().matches("-?\\d{1,12}(\\.\\d{1,6})?"));
    if (numeric) {
      texts.replaceAll((key, value) -> new BigDecimal(value.toString()));
    }
    return new Table(
        numeric
            ? Type.Plain.NUMBER
            : new Type.OneOf(
                texts.values().stream().map(Object::toString).collect(Collectors.toSet())),
        texts);
  }
}
