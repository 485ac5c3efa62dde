package ch.meinkonto.messages;

import java.util.Arrays;
import java.util.Locale;

/** What a message is. */
enum MessageKind {
  /** The portal confirms that a request came in. */
  RECEIPT,
  /** The unit writes. */
  MESSAGE,
  /** The unit writes, and it has to be opened. */
  FORMAL,
  /** The unit asks. */
  QUESTION,
  /** The resident answered. */
  ANSWER,
  /** The request came further. */
  STATE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MessageKind ofCode(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
