package ch.meinkonto.conformance;

import ch.meinkonto.contract.Envelope;
import ch.meinkonto.request.SealedSubmission;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A made-up submission and what became of it.
 *
 * @param outcome what the unit did with it; null as long as nothing
 * @param detail the code that the unit gave
 * @param times how often it was accepted
 * @param said of which kinds the unit's words about its request were
 */
record Sent(
    Case kind,
    Envelope envelope,
    String receipt,
    @Nullable Outcome outcome,
    @Nullable String detail,
    int times,
    @Nullable String said,
    Instant sentAt) {

  /** What the unit did. */
  enum Outcome {
    ACCEPTED,
    REJECTED,
    CONFIRMED,
    REFUSED,
    UNREADABLE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether it comes once more, though it was accepted. */
  boolean comesAgain() {
    return kind == Case.TWICE && times == 1;
  }

  /** One that is to be sent. */
  record Ready(Case kind, SealedSubmission sealed) {}
}
