package ch.meinkonto.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The services whose names begin with a letter; {@code Ä} stands under {@code A}.
 *
 * @param services none for a letter that no name begins with
 */
public record Letter(String letter, List<Service> services) {

  public Letter {
    services = List.copyOf(services);
  }

  /** The whole alphabet, and what begins with something else at its end. */
  static List<Letter> of(List<Service> sorted, Locale locale) {
    var letters = new TreeMap<String, List<Service>>();
    for (var letter = 'A'; letter <= 'Z'; letter++) {
      letters.put(String.valueOf(letter), new ArrayList<>());
    }
    var others = new ArrayList<Service>();
    sorted.forEach(
        service -> letters.getOrDefault(first(service.name(locale)), others).add(service));
    var all = new ArrayList<Letter>();
    letters.forEach((letter, services) -> all.add(new Letter(letter, services)));
    if (!others.isEmpty()) {
      all.add(new Letter("0–9", others));
    }
    return all;
  }

  private static String first(String name) {
    var plain = Normalizer.normalize(name, Normalizer.Form.NFD);
    return plain.isEmpty() ? "" : plain.substring(0, 1).toUpperCase(Locale.ROOT);
  }
}
