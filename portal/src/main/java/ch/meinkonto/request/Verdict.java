package ch.meinkonto.request;

import java.util.function.Supplier;

/** What the portal says to something a unit tells it about a request. */
public enum Verdict {
  /** Done and kept. */
  DONE,
  /** There is no such request, or it is another unit's. */
  UNKNOWN,
  /** The unit has not accepted it yet, as far as the portal knows. */
  NOT_ACCEPTED_YET,
  /** Not in the state that the request is in. */
  WRONG_ORDER,
  /** The tags are not those of the sealed parts: the unit has other bytes than the portal. */
  WRONG_TAGS,
  /** The unit took it, or rejected it, before. */
  ALREADY_TAKEN,
  /** Nobody has paid for it, or not yet. */
  NOT_PAID,
  /** So much was not paid for it, or is given back already. */
  MORE_THAN_PAID,
  /** The unit gave back another amount under this name. */
  OTHER_AMOUNT,
  /** The request belongs to no account, so there is no place to write to. */
  NO_INBOX;

  /** This; or where there is no such request, what is said to it elsewhere. */
  public Verdict or(Supplier<Verdict> elsewhere) {
    return this == UNKNOWN ? elsewhere.get() : this;
  }
}
