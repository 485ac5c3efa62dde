package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Formal;
import java.util.List;
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

  /** Asks by a small form and waits for the answer; for offices that speak the contract. */
  record AskFields(Words text, JsonNode fields) implements Step {}

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
