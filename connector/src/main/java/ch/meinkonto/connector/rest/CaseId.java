package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.mapping.Pointers;
import ch.meinkonto.connector.yaml.YamlMap;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** Where the API says under which name it keeps something that it was given. */
sealed interface CaseId {

  int LONGEST = 200;

  /** At a place in the body. */
  record InBody(JsonPointer place) implements CaseId {}

  /** The last step of the header {@code Location}. */
  record InLocation() implements CaseId {}

  static Optional<CaseId> read(YamlMap options, String key) {
    return options.optionalText(key).filter("location"::equals).isPresent()
        ? Optional.of(new InLocation())
        : Pointers.read(options, key).map(InBody::new);
  }

  /** The name in an answer. */
  default Optional<String> in(Answer answer) {
    return switch (this) {
      case InBody(JsonPointer place) -> answer.at(place).filter(id -> id.length() <= LONGEST);
      case InLocation() ->
          answer
              .headers()
              .firstValue("Location")
              .map(url -> url.replaceFirst("[?#].*", ""))
              .map(url -> url.substring(url.lastIndexOf('/') + 1))
              .filter(id -> id.matches("[A-Za-z0-9._~-]{1," + LONGEST + "}"));
    };
  }
}
