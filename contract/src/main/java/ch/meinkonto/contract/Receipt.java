package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The portal's signed word on a submission: what was received (or taken by the unit), and when. The
 * tags prove which bytes, without keeping them. Or its word on a formal delivery, as evidence.
 *
 * @param id the receipt itself
 * @param issuer the portal's issuer name
 * @param issuedAt whole seconds
 * @param kind received by the portal, taken by the unit, or how a formal delivery went
 * @param submissionId the submission; for a formal delivery the notice that the unit gets
 * @param parts empty for a formal delivery
 * @param event for {@link Kind#TAKEN}: the unit's signed security event token
 * @param delivery for {@link Kind#DELIVERY}: what was delivered, and how it went
 */
public record Receipt(
    String id,
    String issuer,
    Instant issuedAt,
    Kind kind,
    RequestId requestId,
    SubmissionId submissionId,
    Reference reference,
    String service,
    String unit,
    List<PartTag> parts,
    @Nullable String event,
    @Nullable Delivered delivery) {

  public Receipt {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(issuedAt, "issuedAt");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(submissionId, "submissionId");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(unit, "unit");
    parts = List.copyOf(parts);
  }

  /** What the receipt confirms. */
  public enum Kind {
    @JsonProperty("received")
    RECEIVED,
    @JsonProperty("taken")
    TAKEN,
    @JsonProperty("delivery")
    DELIVERY
  }

  /** A part and its JWE authentication tag. */
  public record PartTag(String name, String tag) {
    public PartTag {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(tag, "tag");
    }
  }

  /**
   * A formal delivery, as its evidence tells it. Its moment is when the receipt was issued.
   *
   * @param messageId the unit's name for its message
   * @param arrivedAt since when it could be opened
   * @param deemedOn the day on which it counted as delivered, though nobody had opened it
   * @param contents which bytes; empty when they are gone
   */
  public record Delivered(
      String messageId,
      Formal.Kind kind,
      DeliveryOutcome outcome,
      Instant arrivedAt,
      @Nullable LocalDate deemedOn,
      List<Content> contents) {
    public Delivered {
      Objects.requireNonNull(messageId, "messageId");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(arrivedAt, "arrivedAt");
      contents = List.copyOf(contents);
    }
  }

  /**
   * A piece of what was delivered.
   *
   * @param name {@code text}, {@code document-1} …
   * @param sha256 of its bytes, in hexadecimal: of the text as UTF-8, of a document as it is
   */
  public record Content(String name, String sha256) {
    public Content {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(sha256, "sha256");
    }
  }
}
