package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.mapping.Pointers;
import ch.meinkonto.connector.yaml.YamlMap;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/**
 * How the unit says what it has to say.
 *
 * @param queue where its messages come from
 * @param refused where those go that cannot be sent, with the reason
 * @param word where what is said stands in a message's JSON
 * @param documents where its documents stand: a list of objects with {@code name} and, in base64,
 *     {@code content}
 */
record Answers(String queue, String refused, JsonPointer word, JsonPointer documents) {

  private static final JsonPointer DOCUMENTS = JsonPointer.compile("/documents");

  /** The map {@code answers}, when there is one. */
  static Optional<Answers> read(YamlMap options) {
    return options
        .optionalMap("answers")
        .flatMap(answers -> {
          answers.allow("queue", "refused", "word", "documents");
          JsonPointer word = Pointers.read(answers, "word").orElse(JsonPointer.empty());
          JsonPointer documents = Pointers.read(answers, "documents").orElse(DOCUMENTS);
          Optional<String> queue = answers.text("queue");
          Optional<String> refused = answers.text("refused");
          return queue.flatMap(from -> refused.map(to -> new Answers(from, to, word, documents)));
        });
  }
}
