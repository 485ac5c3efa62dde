package ch.meinkonto.simulator.office;

import java.util.Map;
import java.util.Objects;

/**
 * A text in several languages. {@code {reference}} stands for the case's reference, {@code
 * {office}} for the name of the unit's office that deals with it.
 */
record Words(Map<String, String> byLanguage) {

  /** The text in a language, in German where there is no other. */
  String in(String language, Case of, String office) {
    var text = byLanguage.getOrDefault(language, byLanguage.get("de"));
    return Objects.requireNonNull(text)
        .replace("{reference}", of.reference())
        .replace("{office}", office);
  }
}
