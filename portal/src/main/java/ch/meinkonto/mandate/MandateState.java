package ch.meinkonto.mandate;

import java.util.Locale;

/** How far a mandate is; one that is over is not kept. */
enum MandateState {
  /** Its giver has a code for it; nobody has typed it in. */
  PREPARED,
  /** Somebody has typed the code in; its giver has not yet said that it is who they meant. */
  ACCEPTED,
  /** It counts. */
  ACTIVE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MandateState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
