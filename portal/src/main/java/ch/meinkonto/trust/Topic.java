package ch.meinkonto.trust;

import java.util.Arrays;
import java.util.Set;

/** What one can narrow the log down to. */
enum Topic {
  ALL("", Set.of()),
  REQUESTS(
      "antraege",
      Set.of(
          "request-sent",
          "request-sent-for-you",
          "request-sent-for",
          "mandate-used",
          "request-copied",
          "request-taken",
          "copy-taken",
          "request-rejected",
          "request-withdrawn",
          "request-drawn",
          "request-not-drawn",
          "message-received",
          "question-asked",
          "refund-decided",
          "payment-told",
          "answer-sent",
          "formal-received",
          "formal-opened",
          "formal-not-opened")),
  LOGIN(
      "anmeldung",
      Set.of(
          "login",
          "login-failed-lock",
          "logout-everywhere",
          "password-changed",
          "password-reset",
          "passkey-added",
          "passkey-removed",
          "passkey-copied",
          "access-added",
          "access-removed",
          "access-denied",
          "access-copied",
          "authenticator-added",
          "authenticator-removed",
          "sms-added",
          "sms-replaced",
          "sms-removed",
          "sms-many",
          "outside-login-added",
          "outside-login-removed",
          "recovery-codes-made",
          "recovery-code-used",
          "factor-failed-lock",
          "account-recovered",
          "recovery-letter",
          "recovery-counter",
          "counter-looked",
          "sso-consented",
          "sso-used",
          "sso-revoked",
          "activation-code-sent",
          "activation-letter-ordered",
          "activation-confirmed",
          "activation-refused",
          "activation-ended",
          "activation-revoked")),
  ACCOUNT(
      "konto",
      Set.of(
          "account-opened",
          "email-changed",
          "contact-changed",
          "name-changed",
          "mandate-prepared",
          "mandate-accepted",
          "mandate-given",
          "mandate-held",
          "mandate-ended",
          "mandate-withdrawn",
          "mandate-renounced",
          "mandate-expired",
          "mandate-closed",
          "preferences-changed",
          "data-exported"));

  private final String code;
  private final Set<String> kinds;

  Topic(String code, Set<String> kinds) {
    this.code = code;
    this.kinds = kinds;
  }

  String code() {
    return code;
  }

  Set<String> kinds() {
    return kinds;
  }

  boolean covers(LogEntry entry) {
    return this == ALL || kinds.contains(entry.kind());
  }

  /** Whether there are words for this kind of entry. */
  static boolean knows(String kind) {
    return Arrays.stream(values()).anyMatch(topic -> topic.kinds.contains(kind));
  }

  /** The topic with this code; all for any other word. */
  static Topic of(String code) {
    for (var topic : values()) {
      if (topic.code.equals(code)) {
        return topic;
      }
    }
    return ALL;
  }
}
