package ch.meinkonto.platform.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * The languages of a city's texts as BCP 47 tags, the one that stands in for a missing text first.
 */
public record Languages(List<String> codes) {

  public Languages {
    codes = List.copyOf(codes);
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("a city speaks at least one language");
    }
  }

  /** The given languages, the first of which stands in for missing texts. */
  public static Languages of(String first, String... others) {
    var all = new ArrayList<String>();
    all.add(first);
    all.addAll(List.of(others));
    return new Languages(all);
  }

  /** The language that stands in for a missing text. */
  public String fallback() {
    return codes.getFirst();
  }
}
