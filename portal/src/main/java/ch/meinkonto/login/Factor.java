package ch.meinkonto.login;

import java.util.List;
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
  PASSKEY("hwk", FactorGrantedAuthority.WEBAUTHN_AUTHORITY, Kind.RESISTANT),

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
  RECOVERY_CODE("lookup", "FACTOR_LOOKUP", Kind.HELD),

  /** The word of a provider of identities that somebody logged in there. */
  OUTSIDE("fed", "FACTOR_OUTSIDE", Kind.KNOWN),

  /** The same, by two factors. */
  OUTSIDE_TWO_FACTORS("fed-2", "FACTOR_OUTSIDE_TWO", Kind.BOTH),

  /** The same, in a way that is worth nothing to a page that imitates the provider's. */
  OUTSIDE_PHISHING_RESISTANT("fed-phr", "FACTOR_OUTSIDE_PHR", Kind.RESISTANT);

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
    BOTH,
    /** Both, and worth nothing to a page that imitates ours. */
    RESISTANT
  }

  /** What a provider's word counts for. */
  static Factor outside(Assurance assurance) {
    return switch (assurance) {
      case LOGIN -> OUTSIDE;
      case TWO_FACTORS -> OUTSIDE_TWO_FACTORS;
      case PHISHING_RESISTANT -> OUTSIDE_PHISHING_RESISTANT;
    };
  }

  /** By which the session knows it. */
  String code() {
    return code;
  }

  /** Its authentication method references (RFC 8176), as applications learn them. */
  List<String> methods() {
    return switch (this) {
      // Where a passkey's key lies, it does not say; so not "hwk".
      case PASSKEY -> List.of("pop", "user");
      // None is registered for it; which provider it was is nobody else's business.
      case OUTSIDE, OUTSIDE_TWO_FACTORS, OUTSIDE_PHISHING_RESISTANT -> List.of("fed");
      default -> List.of(code);
    };
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

  /** Whether it is worth nothing to a page that imitates ours. */
  boolean phishingResistant() {
    return kind == Kind.RESISTANT;
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
