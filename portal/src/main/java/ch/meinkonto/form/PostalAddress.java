package ch.meinkonto.form;

import ch.meinkonto.form.Given.Answer;
import ch.meinkonto.form.Given.Fault;
import ch.meinkonto.form.Given.Nothing;
import ch.meinkonto.form.Given.Unreadable;
import ch.meinkonto.platform.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a postal address; its parts are named as the registers of the country name them. */
final class PostalAddress {

  static final List<String> PARTS =
      List.of("strasse", "hausnummer", "zusatz", "plz", "ort", "land");

  private static final String HOME = "CH";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Map<String, Integer> LENGTHS =
      Map.of("strasse", 100, "hausnummer", 12, "zusatz", 100, "plz", 12, "ort", 100, "land", 2);

  private PostalAddress() {}

  static Given read(Field.AddressField field, Object given) {
    if (!(given instanceof Map<?, ?> map)) {
      return Unreadable.because("invalid");
    }
    var parts = new LinkedHashMap<String, String>();
    var faults = new ArrayList<Fault>();
    for (var part : PARTS) {
      var text = Printable.line(Typed.text(map.get(part)).orElse(""));
      if (text.codePointCount(0, text.length()) > LENGTHS.getOrDefault(part, 0)) {
        faults.add(new Fault(part, "max-length", List.of(LENGTHS.getOrDefault(part, 0))));
      }
      if (!text.isEmpty()) {
        parts.put(part, text);
      }
    }
    if (parts.isEmpty() || parts.keySet().equals(Set.of("land"))) {
      return new Nothing();
    }
    parts.putIfAbsent("land", HOME);
    check(field, parts, faults);
    return faults.isEmpty()
        ? new Answer(Map.copyOf(parts), Map.copyOf(parts))
        : new Unreadable(faults);
  }

  /** The parts in the order in which they are read. */
  static Map<String, Object> inOrder(Map<?, ?> parts) {
    var ordered = new LinkedHashMap<String, Object>();
    for (var part : PARTS) {
      var text = parts.get(part);
      if (text != null) {
        ordered.put(part, text);
      }
    }
    return ordered;
  }

  /** In the order in which the parts are read, as the summary of errors tells them. */
  private static void check(
      Field.AddressField field, Map<String, String> parts, List<Fault> faults) {
    var home = HOME.equals(parts.get("land"));
    require(parts, "strasse", faults);
    if (home) {
      require(parts, "hausnummer", faults);
    }
    require(parts, "plz", faults);
    if (home
        && parts.containsKey("plz")
        && !parts.getOrDefault("plz", "").matches("[1-9][0-9]{3}")) {
      faults.add(new Fault("plz", "invalid", List.of()));
    }
    require(parts, "ort", faults);
    if (!COUNTRIES.contains(parts.getOrDefault("land", "")) || (!home && !field.foreign())) {
      faults.add(new Fault("land", "invalid", List.of()));
    }
  }

  private static void require(Map<String, String> parts, String part, List<Fault> faults) {
    if (!parts.containsKey(part)) {
      faults.add(new Fault(part, "required", List.of()));
    }
  }
}
