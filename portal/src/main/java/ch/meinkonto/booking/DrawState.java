package ch.meinkonto.booking;

import java.util.Locale;
import java.util.Set;

/** How far a draw is. */
enum DrawState {
  /** One can enter, or will. */
  OPEN,
  /** Nobody can enter any more; who has is published. */
  CLOSED,
  /** It is drawn: whoever took part is being told. */
  DRAWN,
  /** The unit has withdrawn the offer: whoever took part is being told. */
  CANCELLED;

  /** Whether it can go on like this. */
  boolean mayBecome(DrawState next) {
    return switch (this) {
      case OPEN -> Set.of(CLOSED, CANCELLED).contains(next);
      case CLOSED -> Set.of(DRAWN, CANCELLED).contains(next);
      case DRAWN, CANCELLED -> false;
    };
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DrawState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
