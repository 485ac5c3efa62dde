package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names the bringing of one submission to its unit. */
public record DeliveryId(@JsonValue UUID value) {

  @JsonCreator
  public DeliveryId {
    Objects.requireNonNull(value, "delivery id");
  }

  /** Reads the id as it is written in JSON and addresses. */
  public static DeliveryId of(String text) {
    return new DeliveryId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
