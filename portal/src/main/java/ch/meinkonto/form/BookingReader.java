package ch.meinkonto.form;

import ch.meinkonto.form.expression.Type;
import ch.meinkonto.platform.yaml.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code booking} of a service’s file, before the form that speaks of its offers. */
final class BookingReader {

  private static final Map<String, Type.Plain> TYPES =
      Map.of(
          "text", Type.Plain.TEXT,
          "number", Type.Plain.NUMBER,
          "date", Type.Plain.DATE,
          "yes-no", Type.Plain.TRUTH);

  private static final Set<String> OF_ALL = Set.of("id", "name", "price", "starts", "ends");
  private static final int HOLD = 20;
  private static final int LONGEST_HOLD = 120;
  private static final int LONGEST_WAIT = 168; // hours
  private static final int LONGEST_TERM = 366; // days
  private static final int MOST_AT_ONCE = 20;
  private static final int MOST_OF_AN_ACCOUNT = 100;

  /** What is about places that are held, and so about no draw. */
  private static final Set<String> OF_HOLDS =
      Set.of("hold", "most", "per-account", "waiting", "cancel");

  private BookingReader() {}

  /** What expressions may say of an offer, though the rest may be wrong. */
  static Map<String, Type.Plain> values(YamlNode booking) {
    var values = new LinkedHashMap<String, Type.Plain>();
    if (booking.isMap()) {
      booking
          .at("offer")
          .ifPresent(offer ->
              offer.entries().forEach((name, type) -> values.put(name, type.oneOf(TYPES))));
    }
    return values;
  }

  static Booking read(YamlNode node, Map<String, Type.Plain> values, Reading reading) {
    node.allow(
        "choose",
        "offer",
        "hold",
        "persons",
        "most",
        "per-account",
        "waiting",
        "cancel",
        "draw",
        "provisional");
    node.at("offer").ifPresent(offer -> offer.entries().forEach(BookingReader::checkName));
    var persons = node.at("persons").map(BookingReader::persons);
    var most = node.at("most").map(n -> n.integer(1, MOST_AT_ONCE)).orElse(1);
    if (persons.isEmpty() && most > 1) {
      node.require("most").finding("who books several places at once says by “persons” for whom");
    }
    var draw = node.at("draw").map(YamlNode::bool).orElse(false);
    if (draw) {
      OF_HOLDS.forEach(key ->
          node.at(key)
              .ifPresent(other -> other.finding("a draw holds no places: no “" + key + "”")));
    }
    return new Booking(
        reading.text(node.require("choose")),
        values,
        Duration.ofMinutes(node.at("hold").map(n -> n.integer(2, LONGEST_HOLD)).orElse(HOLD)),
        persons,
        most,
        node.at("per-account").map(n -> n.integer(most, MOST_OF_AN_ACCOUNT)).orElse(2 * most),
        node.at("waiting").map(n -> Duration.ofHours(n.integer(1, LONGEST_WAIT))),
        node.at("cancel").map(BookingReader::cancelling).orElse(List.of()),
        draw,
        node.at("provisional").map(YamlNode::bool).orElse(false));
  }

  private static List<Booking.Cancelling> cancelling(YamlNode node) {
    var terms = new ArrayList<Booking.Cancelling>();
    for (var term : node.items()) {
      var before = terms.isEmpty() ? LONGEST_TERM + 1 : terms.getLast().until().orElse(-1);
      terms.add(cancelling(term, before));
    }
    return terms;
  }

  private static Booking.Cancelling cancelling(YamlNode term, int before) {
    term.allow("until", "costs");
    var until = term.at("until").map(n -> n.integer(0, LONGEST_TERM));
    if (until.orElse(-1) >= before) {
      term.finding("the earliest first, and at last what has no “until”");
    }
    var node = term.require("costs");
    var costs = node.decimal();
    if (costs.signum() < 0 || costs.scale() > 2) {
      node.finding("francs, with two decimals at most");
    }
    return new Booking.Cancelling(until, costs);
  }

  private static void checkName(String name, YamlNode type) {
    if (OF_ALL.contains(name) || !name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      type.finding("“" + name + "” can’t be the name of a value");
    }
  }

  private static Booking.Persons persons(YamlNode node) {
    node.allow("group", "by");
    return new Booking.Persons(node.require("group").text(), node.require("by").texts());
  }

  /** What speaks of the form’s fields, once they are known. */
  static void check(Form form, YamlNode service) {
    var node = service.require("booking");
    service
        .at("per-unit")
        .ifPresent(other -> other.finding("what is booked goes to one unit: no “per-unit”"));
    node.at("persons").ifPresent(persons -> checkPersons(form, persons));
    form.booking()
        .filter(Booking::draw)
        .ifPresent(_ -> checkDraw(form, service, node.require("draw")));
  }

  /** Who enters gets an answer, may lose, and pays nothing for that. */
  private static void checkDraw(Form form, YamlNode service, YamlNode draw) {
    if (service.at("level").filter(level -> level.text().equals("none")).isPresent()) {
      draw.finding("who enters a draw has to be logged in: raise the level");
    }
    if (form.fee().filter(fee -> !fee.ways().isEmpty()).isPresent()) {
      draw.finding("nobody pays before they are drawn: no “pay”");
    }
    if (!form.copies().isEmpty()) {
      draw.finding("nothing goes to other units before it is drawn: no “copies”");
    }
  }

  private static void checkPersons(Form form, YamlNode persons) {
    var id = persons.require("group");
    var group =
        form.fields()
            .filter(field -> field.id().equals(id.text()) && field.when().isEmpty())
            .filter(Field.GroupField.class::isInstance)
            .map(Field.GroupField.class::cast)
            .findFirst();
    if (group.isEmpty() || group.get().min() < 1) {
      id.finding("“" + id.text() + "” is no group that is always asked, with at least one item");
      return;
    }
    for (var by : persons.require("by").items()) {
      if (group.get().fields().stream().noneMatch(field -> field.id().equals(by.text()))) {
        by.finding("there is no field “" + by.text() + "” in “" + id.text() + "”");
      }
    }
  }
}
