package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an office says, as the connector reads it without a template. */
final class JsonWord {

  private JsonWord() {}

  static ObjectNode state(Case one, RequestState state, @Nullable String text) {
    var word = word(one, "state").put("state", state.code());
    return text == null ? word : word.put("text", text);
  }

  /** With documents that lie beside it under these names. */
  static ObjectNode message(Case one, String text, List<String> documents) {
    var word = word(one, "message").put("text", text);
    documents.forEach(word.putArray("documents")::add);
    return word;
  }

  static ObjectNode question(Case one, String text, boolean uploads) {
    return word(one, "question").put("text", text).put("uploads", uploads);
  }

  static ObjectNode question(Case one, String text, JsonNode fields) {
    return word(one, "question").put("text", text).set("fields", fields);
  }

  static ObjectNode position(Case one, List<Place> places) {
    return word(one, "list-position").set("places", Json.mapper().valueToTree(places));
  }

  private static ObjectNode word(Case one, String kind) {
    return Json.mapper().createObjectNode().put("reference", one.reference()).put("kind", kind);
  }
}
