package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The portal's signed word on a submission: what was received (or taken by the unit), and when. The
 * tags prove which bytes, without keeping them.
 *
 * @param id the receipt itself
 * @param issuer the portal's issuer name
 * @param issuedAt whole seconds
 * @param kind received by the portal, or taken by the unit
 * @param event for {@link Kind#TAKEN}: the unit's signed security event token
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
    @Nullable String event) {

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
    TAKEN
  }

  /** A part and its JWE authentication tag. */
  public record PartTag(String name, String tag) {
    public PartTag {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(tag, "tag");
    }
  }
}
