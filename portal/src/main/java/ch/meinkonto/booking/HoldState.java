package ch.meinkonto.booking;

import java.util.Locale;
import java.util.Set;

/**
 * Where places stand that somebody has. What is freed, or with the unit, has no state: it is gone.
 */
enum HoldState {
  /** Somebody fills in the form. */
  HELD,
  /** They have sent it, and may have to pay. */
  CLAIMED,
  /** It is certain; the unit has not taken it yet. */
  BOOKED;

  /** Whether it can go on like this. */
  boolean mayBecome(HoldState next) {
    return switch (this) {
      case HELD -> next == CLAIMED;
      case CLAIMED -> Set.of(HELD, BOOKED).contains(next);
      case BOOKED -> false;
    };
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static HoldState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
