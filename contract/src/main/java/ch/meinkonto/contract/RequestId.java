package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names one request of a resident for its whole life. */
public record RequestId(@JsonValue UUID value) {

  @JsonCreator
  public RequestId {
    Objects.requireNonNull(value, "request id");
  }

  /** Reads the id as it is written in JSON and addresses. */
  public static RequestId of(String text) {
    return new RequestId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
