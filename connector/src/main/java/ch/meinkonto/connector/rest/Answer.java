package ch.meinkonto.connector.rest;

import ch.meinkonto.contract.Json;
import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the API answered. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Answer(int status, HttpHeaders headers, byte[] body) {

  boolean isGood() {
    return status / 100 == 2;
  }

  /** The body as JSON; missing if it is something else. */
  JsonNode json() {
    try {
      return Json.mapper().readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /** A text or a number at a place in the body. */
  Optional<String> at(JsonPointer place) {
    return text(json().at(place));
  }

  static Optional<String> text(JsonNode node) {
    return node.isString() || node.isNumber()
        ? Optional.of(node.asString()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /** Says nothing of the content. */
  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
