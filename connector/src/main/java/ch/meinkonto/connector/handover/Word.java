package ch.meinkonto.connector.handover;

import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the unit's system has to say about a request. */
public sealed interface Word {

  /** The request that it is about. */
  String reference();

  /**
   * A message to the resident.
   *
   * @param formal for one that has to be opened; null for plain information
   */
  record Message(String reference, String text, List<String> documents, @Nullable Formal formal)
      implements Word {}

  /**
   * A question to the resident.
   *
   * @param fields what is asked, in the form language; null where the answer is a text
   */
  record Question(String reference, String text, boolean uploads, @Nullable JsonNode fields)
      implements Word {}

  /** The request has come further. */
  record State(String reference, RequestState state, @Nullable String text) implements Word {}

  /** Where it is on the unit's waiting lists. */
  record ListPosition(String reference, List<Place> places) implements Word {}

  /** The names of the documents that go with it. */
  default List<String> attached() {
    return switch (this) {
      case Message message -> message.documents;
      case Question _, State _, ListPosition _ -> List.of();
    };
  }
}
