package ch.meinkonto.notification;

import java.util.Map;
import java.util.UUID;

/** A provider who carries text messages or letters. */
interface Gateway {

  /** What came of it. */
  enum Outcome {
    /** It is on its way. */
    TAKEN,
    /** It never will be: once more would not help. */
    REFUSED,
    /** Not now. */
    LATER
  }

  /**
   * Something to carry.
   *
   * @param id the same when it is handed over once more, so that it arrives once
   * @param values what stands in the places of the provider's template
   */
  record Parcel(UUID id, Map<String, String> values) {

    public Parcel {
      values = Map.copyOf(values);
    }

    /** No values: this may get into a log. */
    @Override
    public String toString() {
      return "Parcel[" + id + "]";
    }
  }

  /** Hands it over; waits a few seconds at most. */
  Outcome send(Parcel parcel);
}
