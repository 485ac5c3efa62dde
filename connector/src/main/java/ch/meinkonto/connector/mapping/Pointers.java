package ch.meinkonto.connector.mapping;

import ch.meinkonto.connector.yaml.YamlMap;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** Reads JSON pointers (RFC 6901) from the configuration. */
public final class Pointers {

  private Pointers() {}

  /** The pointer under a key, when there is one. */
  public static Optional<JsonPointer> read(YamlMap options, String key) {
    Optional<String> text = options.optionalText(key);
    try {
      return text.map(JsonPointer::compile);
    } catch (IllegalArgumentException e) {
      options.finding(key, "must be a JSON pointer such as /fall/nummer");
      return Optional.empty();
    }
  }
}
