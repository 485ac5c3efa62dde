package ch.meinkonto.connector.worklist;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.Description;
import ch.meinkonto.connector.handover.Word;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a case. What happened makes the case; nothing is ever changed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.Received.class, name = "received"),
  @JsonSubTypes.Type(value = Entry.Looked.class, name = "looked"),
  @JsonSubTypes.Type(value = Entry.Assigned.class, name = "assigned"),
  @JsonSubTypes.Type(value = Entry.Drafted.class, name = "drafted"),
  @JsonSubTypes.Type(value = Entry.Said.class, name = "said"),
  @JsonSubTypes.Type(value = Entry.Sent.class, name = "sent"),
  @JsonSubTypes.Type(value = Entry.NotSent.class, name = "not-sent")
})
public sealed interface Entry {

  /** When. */
  Instant at();

  /**
   * A request, or something that came later about one, is here with all its files.
   *
   * @param account whether it was sent from an account, so that its owner can be written to
   */
  record Received(
      Instant at,
      SubmissionId submission,
      SubmissionKind kind,
      boolean account,
      Reference reference,
      String service,
      String title,
      Instant receivedAt,
      List<File> files)
      implements Entry {

    /** What it is called in files' names. */
    public String word() {
      return Description.word(kind);
    }
  }

  /** A file as it was named; never a name on the disk. */
  record File(String name, String mediaType, long size) {}

  /** Somebody saw something of it. */
  record Looked(Instant at, String by, Sight sight, @Nullable String file) implements Entry {}

  /** What can be seen of a case. */
  enum Sight {
    CASE,
    PAPER,
    FILE,
    TRAIL,
    DOSSIER
  }

  /** It is somebody's now, or nobody's. */
  record Assigned(Instant at, String by, @Nullable String to) implements Entry {}

  /** What somebody has begun to write; nothing when {@code text} is empty. */
  record Drafted(Instant at, String by, Kind kind, String text) implements Entry {}

  /**
   * Somebody said something to the resident.
   *
   * @param formal for a message that has to be opened
   */
  record Said(
      Instant at,
      String by,
      UUID word,
      Kind kind,
      @Nullable String text,
      @Nullable RequestState state,
      boolean uploads,
      List<Attached> documents,
      @Nullable Formal formal)
      implements Entry {

    /** The same once more, under an id of its own: what has the first one was refused. */
    Said again(Instant now, String who) {
      return new Said(now, who, again(word), kind, text, state, uploads, documents, formal);
    }

    /** Whether this is another word, said once more. */
    boolean repeats(UUID other) {
      return word.equals(again(other));
    }

    private static UUID again(UUID word) {
      return UUID.nameUUIDFromBytes((word + " again").getBytes(UTF_8));
    }

    /** The same as every kind of channel says it. */
    Word to(Reference reference) {
      return switch (kind) {
        case MESSAGE ->
            new Word.Message(
                reference.value(),
                Objects.requireNonNull(text),
                documents.stream().map(Attached::name).toList(),
                formal);
        case QUESTION ->
            new Word.Question(reference.value(), Objects.requireNonNull(text), uploads, null);
        case STATE -> new Word.State(reference.value(), Objects.requireNonNull(state), text);
      };
    }
  }

  /** A document of a message. */
  record Attached(UUID id, String name, String mediaType, long size) {}

  /** What can be said. */
  enum Kind {
    MESSAGE,
    QUESTION,
    STATE
  }

  /** The portal has it. */
  record Sent(Instant at, UUID word) implements Entry {}

  /** The portal will never take it. */
  record NotSent(Instant at, UUID word, String reason) implements Entry {}
}
