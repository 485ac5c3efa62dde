package ch.meinkonto.notification;

/** Who carries something out of the house, besides the mail server. */
enum Carrier {
  /** Text messages, to phones. */
  SMS("sms"),
  /** Letters on paper, to letterboxes. */
  LETTER("letter");

  private final String code;

  Carrier(String code) {
    this.code = code;
  }

  /** By which settings and the database know it. */
  String code() {
    return code;
  }
}
