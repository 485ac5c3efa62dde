package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Where a request stands, as the resident sees it. */
public enum RequestState {
  /** It takes part in a draw; its unit hears of it only when it is drawn. */
  ENTERED,
  RECEIVED,
  FETCHED,
  ACCEPTED,
  REJECTED,
  IN_PROGRESS,
  QUESTION_ASKED,
  DECIDED,
  WITHDRAWN,
  CLOSED,
  /** The draw is over, and it was not drawn; its unit has never heard of it. */
  NOT_DRAWN;

  /** The name in JSON, such as {@code in-progress}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@link #code()}. */
  @JsonCreator
  public static RequestState ofCode(String code) {
    return Arrays.stream(values())
        .filter(state -> state.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown state"));
  }

  /** Whether a unit may announce it itself; the other states follow from what happens. */
  public boolean announcedByUnit() {
    return switch (this) {
      case IN_PROGRESS, DECIDED, CLOSED -> true;
      case ENTERED, RECEIVED, FETCHED, ACCEPTED, REJECTED, QUESTION_ASKED, WITHDRAWN, NOT_DRAWN ->
          false;
    };
  }
}
