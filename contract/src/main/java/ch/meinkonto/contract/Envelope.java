package ch.meinkonto.contract;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the portal keeps and shows of a submission: no personal data but the pseudonym under which
 * this one unit knows the account.
 *
 * @param requestId the request, also for whatever comes later about it; what is about an activation
 *     stands for itself, with the id of its submission
 * @param submissionId this submission; the unit's idempotency key
 * @param kind a new request, an answer, a withdrawal, how a formal delivery went, or something
 *     about an activation
 * @param reference the request's name among people
 * @param service the service's id
 * @param schemaVersion version of the answers' schema
 * @param schemaUrl lasting address of the answers' JSON Schema; absent for all but new requests
 * @param unit the unit it is sealed for
 * @param subject pairwise subject; absent without login
 * @param assurance how surely the sender was known
 * @param language the resident's language, BCP 47
 * @param receivedAt when the portal received it
 * @param inReplyTo the question answered, or the formal message that a notice is about
 * @param test true for what the portal made up to try out a system; null for what people send
 */
public record Envelope(
    RequestId requestId,
    SubmissionId submissionId,
    SubmissionKind kind,
    Reference reference,
    String service,
    int schemaVersion,
    @Nullable String schemaUrl,
    String unit,
    @Nullable String subject,
    Assurance assurance,
    String language,
    Instant receivedAt,
    @Nullable String inReplyTo,
    @Nullable Boolean test) {

  public Envelope {
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(submissionId, "submissionId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(assurance, "assurance");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }
}
