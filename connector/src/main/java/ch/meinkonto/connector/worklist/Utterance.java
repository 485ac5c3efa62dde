package ch.meinkonto.connector.worklist;

import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.RequestState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk wants to say.
 *
 * @param word names it: the same form sent twice says it once
 * @param text what the resident reads; a state may do without
 * @param state for {@link Entry.Kind#STATE}
 * @param uploads whether the resident may answer with files
 * @param formal for a message that has to be opened
 */
public record Utterance(
    UUID word,
    Entry.Kind kind,
    String text,
    @Nullable RequestState state,
    boolean uploads,
    List<Document> documents,
    @Nullable Formal formal) {

  /** The same, delivered in this way. */
  public Utterance as(@Nullable Formal way) {
    return new Utterance(word, kind, text, state, uploads, documents, way);
  }

  /** A document that goes with a message. */
  public record Document(String name, byte[] content) {
    @Override
    public String toString() {
      return "Document[" + content.length + " bytes]";
    }
  }

  @Override
  public String toString() {
    return "Utterance[" + kind + "]";
  }
}
