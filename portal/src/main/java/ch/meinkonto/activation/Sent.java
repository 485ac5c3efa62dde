package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.directory.UnitId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was sent to a unit about an activation.
 *
 * @param reason why it was refused: a code
 * @param triesLeft how many more wrong codes the unit looks at; null when it does not say
 * @param answer why the unit sends no letter, in its words, encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // opened once, never compared
record Sent(
    SubmissionId id,
    AccountId account,
    ServiceId service,
    UnitId unit,
    Kind kind,
    State state,
    Envelope envelope,
    String receipt,
    @Nullable String reason,
    @Nullable Integer triesLeft,
    byte @Nullable [] answer,
    Instant sentAt,
    @Nullable Instant doneAt) {

  /** Where it stands. */
  enum State {
    OPEN,
    ACCEPTED,
    REFUSED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  boolean open() {
    return state == State.OPEN;
  }

  @Override
  public String toString() {
    return "Sent[" + id + ", " + kind + ", " + state + "]";
  }
}
