package ch.meinkonto.operations;

import ch.meinkonto.account.AccountId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something dangerous that one member of staff wants done, and another must confirm.
 *
 * @param act which {@link FourEyesAct}
 * @param unit at which unit
 * @param detail what exactly, as the act writes it
 * @param expiresAt from when on nobody can confirm it any more
 * @param decidedBy who confirmed or declined it
 */
public record Proposal(
    UUID id,
    String act,
    String unit,
    String detail,
    String reason,
    AccountId proposedBy,
    Instant proposedAt,
    Instant expiresAt,
    State state,
    @Nullable AccountId decidedBy,
    @Nullable Instant decidedAt) {

  /** Where a proposal stands. */
  public enum State {
    OPEN,
    CONFIRMED,
    /** By another, or taken back by who proposed it. */
    DECLINED,
    EXPIRED;

    /** How it is written in the database and in texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether this is a proposal of theirs. */
  public boolean by(StaffMember who) {
    return proposedBy.equals(who.account());
  }
}
