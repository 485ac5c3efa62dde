package ch.meinkonto.login;

import java.util.Optional;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Something by which people prove who they are. */
enum Factor {
  /** Something one knows. */
  PASSWORD("pwd", FactorGrantedAuthority.PASSWORD_AUTHORITY, Kind.KNOWN),

  /**
   * A key that its owner unlocks with a finger, face or PIN (W3C Web Authentication, user
   * verification): two factors at once, and worth nothing to a page that imitates this one.
   */
  PASSKEY("hwk", FactorGrantedAuthority.WEBAUTHN_AUTHORITY, Kind.BOTH),

  /**
   * The app Access on a phone, unlocked by finger, face or PIN: two factors at once, over a second
   * channel. An imitated page can still pass its number on, so it is not phishing-resistant.
   */
  ACCESS("mca", "FACTOR_ACCESS", Kind.BOTH),

  /** A code of an app on something one has: a second factor, beside the password. */
  AUTHENTICATOR("otp", "FACTOR_OTP", Kind.HELD),

  /**
   * A code that came to the phone by SMS (out-of-band, NIST SP 800-63B-4, section 3.1.3): something
   * one has, as long as nobody takes over the number; a restricted authenticator (section 3.2.9).
   */
  SMS("sms", "FACTOR_SMS", Kind.HELD),

  /**
   * A code from a list that one keeps somewhere safe (look-up secret, NIST SP 800-63B-4, section
   * 3.1.2): something one has, too. No authentication method reference is registered for it.
   */
  RECOVERY_CODE("lookup", "FACTOR_LOOKUP", Kind.HELD);

  private final String code;
  private final String authority;
  private final Kind kind;

  Factor(String code, String authority, Kind kind) {
    this.code = code;
    this.authority = authority;
    this.kind = kind;
  }

  /** What it takes to have it. */
  private enum Kind {
    KNOWN,
    HELD,
    BOTH
  }

  /** Its authentication method reference (RFC 8176). */
  String code() {
    return code;
  }

  /** Under which authority Spring Security knows it. */
  String authority() {
    return authority;
  }

  /** Whether it shows that somebody knows something. */
  boolean known() {
    return kind != Kind.HELD;
  }

  /** Whether it shows that somebody has something, which a stolen password does not. */
  boolean held() {
    return kind != Kind.KNOWN;
  }

  static Optional<Factor> of(String code) {
    for (var factor : values()) {
      if (factor.code.equals(code)) {
        return Optional.of(factor);
      }
    }
    return Optional.empty();
  }
}
