package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One thing an office does with a case. Texts are by language, German at least. */
sealed interface Step {

  /** Turns down so many of a hundred cases as soon as they arrive, always the same ones. */
  record Reject(int percent, String code, Words text) implements Step {}

  /** Starts to work on it. */
  record Progress(Words text) implements Step {}

  /** Writes to the resident, perhaps with a document. */
  record Message(Words text, @Nullable Letter letter) implements Step {}

  /** Delivers something formally; for offices whose system speaks the contract. */
  record Deliver(Formal formal, Words text, @Nullable Letter letter) implements Step {}

  /** Asks the resident and waits for the answer. */
  record Ask(Words text, boolean uploads) implements Step {}

  /** Asks by a small form and waits for the answer; for offices with files or on the contract. */
  record AskFields(Words text, JsonNode fields) implements Step {}

  /**
   * Says where the case is on waiting lists; for offices with files.
   *
   * @param fields the answers that choose lists
   * @param lists what is chosen, and where on it everybody begins
   * @param ahead how far the lists have come since then
   */
  record Position(List<String> fields, Map<String, Place> lists, int ahead) implements Step {

    /** On the lists that a case chose. */
    List<Place> of(JsonNode answers) {
      return fields.stream()
          .map(field -> lists.get(answers.path(field).asString("")))
          .filter(Objects::nonNull)
          .map(place ->
              new Place(place.list(), Math.max(1, place.position() - ahead), place.length()))
          .toList();
    }
  }

  /** Decides. */
  record Decide(Words text) implements Step {}

  /** Puts the case away. */
  record Close() implements Step {}

  /**
   * A document that the office makes.
   *
   * @param name file name
   * @param lines its text, a paragraph a line
   */
  record Letter(Words name, List<Words> lines) {}
}
