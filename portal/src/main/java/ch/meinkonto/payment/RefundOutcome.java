package ch.meinkonto.payment;

/** What comes of somebody’s decision to give money back. */
public enum RefundOutcome {
  /** It will be given back, whatever the provider does meanwhile. */
  DECIDED,
  /** The same was decided before. */
  KNOWN,
  /** Something else was decided under this name before. */
  DIFFERENT,
  /** Nobody has paid, or not yet. */
  NOT_PAID,
  /** So much was not paid, or is given back already. */
  TOO_MUCH
}
