package ch.meinkonto.login;

import java.util.Optional;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Something by which people prove who they are. */
enum Factor {
  /** Something one knows. */
  PASSWORD("pwd", FactorGrantedAuthority.PASSWORD_AUTHORITY),

  /**
   * A key that its owner unlocks with a finger, face or PIN (W3C Web Authentication, user
   * verification): two factors at once, and worth nothing to a page that imitates this one.
   */
  PASSKEY("hwk", FactorGrantedAuthority.WEBAUTHN_AUTHORITY);

  private final String code;
  private final String authority;

  Factor(String code, String authority) {
    this.code = code;
    this.authority = authority;
  }

  /** Its authentication method reference (RFC 8176). */
  String code() {
    return code;
  }

  /** Under which authority Spring Security knows it. */
  String authority() {
    return authority;
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
