package ch.meinkonto.request;

import java.time.Instant;
import java.util.List;

/**
 * What a unit writes to a resident.
 *
 * @param text plain text
 * @param documents what comes with it, in the unit's order
 * @param writtenAt when the unit signed it
 */
public record UnitMessage(String text, List<UnitDocument> documents, Instant writtenAt) {

  public UnitMessage {
    documents = List.copyOf(documents);
  }

  @Override
  public String toString() {
    return "UnitMessage[" + documents.size() + " documents, " + writtenAt + "]";
  }
}
