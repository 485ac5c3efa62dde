package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * Names one sealed submission: the request itself, or one later answer to a unit's question. Every
 * sealed part carries it ({@code ref}), so that parts of one submission cannot be slipped into
 * another. It is also the unit's idempotency key.
 */
public record SubmissionId(@JsonValue UUID value) {

  @JsonCreator
  public SubmissionId {
    Objects.requireNonNull(value, "submission id");
  }

  /** The submission that opens a request has the request's own id. */
  public static SubmissionId of(RequestId request) {
    return new SubmissionId(request.value());
  }

  /** Reads the id as it is written in JSON and sealed headers. */
  public static SubmissionId of(String text) {
    return new SubmissionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
