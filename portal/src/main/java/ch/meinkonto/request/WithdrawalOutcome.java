package ch.meinkonto.request;

/** What came of taking a request back. */
public sealed interface WithdrawalOutcome {

  /**
   * It is taken back; doing it again gives the same.
   *
   * @param unseen nobody at the unit had seen it, and nobody will: what was sealed is erased
   */
  record Withdrawn(boolean unseen) implements WithdrawalOutcome {}

  /** The unit has decided already, or the request is over. */
  record TooLate() implements WithdrawalOutcome {}

  /** The unit has the request, and cannot be told now: its key is missing. */
  record UnitCannotReceive() implements WithdrawalOutcome {}
}
