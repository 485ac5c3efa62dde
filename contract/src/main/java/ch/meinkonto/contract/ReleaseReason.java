package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why a unit gives a lease back before it runs out. */
public enum ReleaseReason {
  /** Not now: the delivery is offered again, after {@code retryAfterSeconds}. */
  LATER,
  /** It can't be opened: the portal sets it aside with its reason, the rest flow on. */
  UNREADABLE;

  /** The name in JSON and in addresses. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #code()}. */
  @JsonCreator
  public static ReleaseReason ofCode(String code) {
    return Arrays.stream(values())
        .filter(reason -> reason.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown reason"));
  }
}
