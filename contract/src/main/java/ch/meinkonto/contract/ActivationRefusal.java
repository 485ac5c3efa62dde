package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why a unit does not accept a code. */
public enum ActivationRefusal {
  /** There is no such code for this person, or it was used before. */
  WRONG,
  /** The letter is too old. */
  EXPIRED,
  /** Too many wrong codes: this letter's code does not count any more. */
  LOCKED,
  /** Something else; the person has to ask the unit. */
  NOT_POSSIBLE;

  /** The name in JSON, such as {@code not-possible}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@link #code()}. */
  @JsonCreator
  public static ActivationRefusal ofCode(String code) {
    return Arrays.stream(values())
        .filter(refusal -> refusal.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown reason"));
  }
}
