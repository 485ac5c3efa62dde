package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How an office says something about a case. Saying the same step of a case twice is saying it
 * once.
 */
interface Correspondence {

  /** The case has come further. */
  void state(Case one, RequestState state, @Nullable String text);

  /** Writes to the resident. */
  void message(Case one, String text, List<Document> documents);

  /** Delivers something formally. */
  default void deliver(Case one, Formal formal, String text, List<Document> documents) {
    throw new UnsupportedOperationException(
        "Only an office on the contract or with an API plays this");
  }

  /** Asks the resident. */
  void ask(Case one, String text, boolean uploads);

  /** Says where the case is on waiting lists. */
  default void place(Case one, List<Place> places) {
    throw new UnsupportedOperationException("Only an office with files or a queue plays this");
  }

  /** Asks the resident by a small form. */
  default void ask(Case one, String text, JsonNode fields) {
    throw new UnsupportedOperationException(
        "Only an office with files or on the contract plays this");
  }

  /**
   * Says something about the case that nobody can understand; over HTTP, the answers are nonsense.
   */
  default void nonsense(Case one) {}

  /** Names what is said at this step of a case. */
  static String name(Case one) {
    return "%s-%02d".formatted(one.reference(), one.step());
  }
}
