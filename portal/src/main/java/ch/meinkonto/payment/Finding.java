package ch.meinkonto.payment;

import java.util.Locale;

/** What was found about something that the bank has booked. */
enum Finding {
  /** The invoice is paid with it. */
  MATCHED,
  /** The same, after its time. */
  LATE,
  /** The invoice is about another amount, or not about this currency. */
  WRONG_AMOUNT,
  /** What it pays was paid before. */
  TWICE,
  /** What it pays is not owed any more. */
  NOT_OWED,
  /** There is no invoice with this reference. */
  UNKNOWN_REFERENCE,
  /** It has no reference of a QR-bill. */
  NO_REFERENCE,
  /** The bank takes an earlier credit back. */
  REVERSED;

  /** Whether the invoice is paid with it. */
  boolean pays() {
    return this == MATCHED || this == LATE;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
