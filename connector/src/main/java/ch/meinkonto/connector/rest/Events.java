package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.mapping.Pointers;
import ch.meinkonto.connector.yaml.YamlMap;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/**
 * How the API gives what the unit has to say.
 *
 * @param get a page of events, after {cursor}
 * @param items where their array stands in the answer
 * @param id where an event's own name stands in it
 * @param word where what it says stands in it
 * @param next where the next cursor stands in the answer; otherwise it is the last event's name
 * @param start the first cursor
 * @param document where a document is, by {document} and {id}
 * @param confirm says that an event has been heard
 * @param refuse says that an event cannot be sent, with the reason
 */
record Events(
    PathTemplate get,
    JsonPointer items,
    JsonPointer id,
    JsonPointer word,
    Optional<JsonPointer> next,
    String start,
    Optional<PathTemplate> document,
    Optional<Call> confirm,
    Optional<Call> refuse) {

  private static final Set<String> ONE = Set.of("id");

  /** The map {@code events}, when there is one. */
  static Optional<Events> read(YamlMap options) {
    return options.optionalMap("events").flatMap(Events::of);
  }

  private static Optional<Events> of(YamlMap events) {
    events.allow("get", "items", "id", "word", "next", "start", "document", "confirm", "refuse");
    Optional<PathTemplate> get = PathTemplate.read(events, "get", Set.of("cursor"));
    Optional<Call> confirm =
        events.keys().contains("confirm") ? Call.read(events, "confirm", ONE) : Optional.empty();
    if (get.isPresent() && !get.get().has("cursor") && confirm.isEmpty()) {
      events.finding("get", "needs {cursor}, or events must be confirmed (confirm)");
    }
    Optional<JsonPointer> items = Pointers.read(events, "items");
    Optional<JsonPointer> id = Pointers.read(events, "id");
    Optional<JsonPointer> word = Pointers.read(events, "word");
    Optional<JsonPointer> next = Pointers.read(events, "next");
    Optional<PathTemplate> document =
        events.keys().contains("document")
            ? PathTemplate.read(events, "document", Set.of("id", "document"))
            : Optional.empty();
    Optional<Call> refuse =
        events.keys().contains("refuse") ? Call.read(events, "refuse", ONE) : Optional.empty();
    return get.map(path ->
        new Events(
            path,
            items.orElse(JsonPointer.empty()),
            id.orElse(JsonPointer.compile("/id")),
            word.orElse(JsonPointer.empty()),
            next,
            events.optionalText("start").orElse(""),
            document,
            confirm,
            refuse));
  }
}
