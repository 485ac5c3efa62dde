package ch.meinkonto.request;

import java.time.Instant;

/** What came of noting how a formal delivery went. */
public sealed interface NoticeOutcome {

  /**
   * It is noted, and the unit will hear it.
   *
   * @param receipt the evidence (compact JWS)
   */
  record Noted(Instant at, String receipt) implements NoticeOutcome {}

  /** It was noted before, or there is nothing to note, such as when the request is erased. */
  record NothingToNote() implements NoticeOutcome {}

  /** The unit can't be told at the moment: its key is missing. Nothing was noted. */
  record UnitCannotReceive() implements NoticeOutcome {}
}
