package ch.meinkonto.statistics;

import java.time.Period;
import java.util.Locale;

/** What is counted. */
enum Measure {
  /** Accounts that were opened. */
  OPENED,
  /** Accounts that were closed. */
  CLOSED,
  /** Accounts that somebody logged in to in the month. */
  ACTIVE_MONTH,
  /** Accounts that somebody logged in to in the twelve months that end with it. */
  ACTIVE_YEAR,
  /** Services on offer at its end. */
  SERVICES,
  /** Requests that were sent, by service and unit. */
  SENT,
  /** Requests that their senders took back, by service and unit. */
  WITHDRAWN,
  /** Forms that were begun in the month, by service: sent, or in which step they were left. */
  FORM,
  /** Requests that units took, by unit: how long after they were received. */
  TAKEN,
  /** Requests about which units spoke for the first time, by unit: how long after. */
  ANSWERED,
  /** What was brought to units, by unit: how long that took. */
  DELIVERED,
  /** The same, by unit: whether the first attempt brought it. */
  ATTEMPT,
  /** Logins, by what opened the account. */
  LOGIN,
  /** Confirmations by a further factor, by which. */
  CONFIRMED;

  /** What a form counts as that was sent. No step is called so: its id begins with a letter. */
  static final String SENT_FORM = "+";

  /** What a delivery counts as that the first attempt brought. */
  static final String FIRST_ATTEMPT = "first";

  static final String LATER_ATTEMPT = "later";

  /** In the database and in exports. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Measure of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * How long after a month its counts still come in: a draft begun on its last day may be sent, or
   * is erased, thirty days later; nodes bring what they have counted within a minute.
   */
  Period settles() {
    return this == FORM ? Period.ofDays(32) : Period.ofDays(1);
  }
}
