package ch.meinkonto.conformance;

import java.util.Locale;

/** What a unit's system has to cope with. */
enum Case {
  ORDINARY("an ordinary request", Expected.ACCEPTED),
  ATTACHMENTS("a request with files", Expected.ACCEPTED),
  LARGE("the same with files that lie in several fragments each", Expected.ACCEPTED),
  TWICE(
      "a request, and the very same again after you accepted it, as after a lost answer",
      Expected.ACCEPTED_TWICE),
  WITHDRAWAL("the sender takes that request back", Expected.ACCEPTED),
  DAMAGED("a part whose bytes were changed on the way", Expected.UNREADABLE),
  OTHER_KEY("parts sealed for a key that is not yours", Expected.UNREADABLE),
  OTHER_RECEIPT("a receipt that somebody else signed under our key's name", Expected.UNREADABLE),
  ANSWER("the sender's answer to your question", Expected.ACCEPTED),
  COPY("your part of a request that another unit decides", Expected.ACCEPTED),
  COPY_WITHDRAWAL("the sender takes that other unit's request back", Expected.ACCEPTED),
  ACTIVATION("a code of a letter that you never wrote", Expected.REFUSED),
  ACTIVATION_LETTER("nobody you know asks for a letter with a code", Expected.SETTLED),
  ACTIVATION_END("somebody whom you never activated wants to be forgotten", Expected.ACCEPTED);

  private final String sent;
  private final Expected expected;

  Case(String sent, Expected expected) {
    this.sent = sent;
    this.expected = expected;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Case of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  String sent() {
    return sent;
  }

  Expected expected() {
    return expected;
  }

  /** What a system does that keeps to the contract. */
  enum Expected {
    ACCEPTED("accepted, with the tags of its parts"),
    ACCEPTED_TWICE("accepted both times, stored once"),
    REFUSED("activation-refused, with a reason"),
    SETTLED("accepted, or rejected with a text for the person; no letter is sent"),
    UNREADABLE("given back as unreadable (pushed: answered 422)");

    private final String words;

    Expected(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
