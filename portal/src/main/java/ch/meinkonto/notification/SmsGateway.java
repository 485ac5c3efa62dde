package ch.meinkonto.notification;

import java.util.UUID;

/** Whoever carries text messages to phones. */
interface SmsGateway {

  /** What came of a message. */
  enum Outcome {
    /** It is on its way. */
    TAKEN,
    /** It never will be: once more would not help. */
    REFUSED,
    /** Not now. */
    LATER
  }

  /**
   * A message to a phone.
   *
   * @param id the same when it is handed over once more, so that it arrives once
   * @param number where to, in E.164
   */
  record Message(UUID id, String number, String text) {

    /** Neither number nor text: this may get into a log. */
    @Override
    public String toString() {
      return "Message[" + id + "]";
    }
  }

  /** Hands a message over; waits a few seconds at most. */
  Outcome send(Message message);
}
