package ch.meinkonto.sso;

import org.jspecify.annotations.Nullable;

/**
 * Why an application does not get what it asked for.
 *
 * @param code as RFC 6749 §4.1.2.1 and OpenID Connect Core §3.1.2.6 name it
 * @param description for the application's developers, in ASCII
 */
record SsoError(String code, @Nullable String description) {

  static final SsoError LOGIN_REQUIRED = new SsoError("login_required", null);
  static final SsoError INTERACTION_REQUIRED = new SsoError("interaction_required", null);
  static final SsoError CONSENT_REQUIRED = new SsoError("consent_required", null);
  static final SsoError ACCESS_DENIED = new SsoError("access_denied", null);

  /** OpenID Connect Core Error Code unmet_authentication_requirements 1.0. */
  static final SsoError LEVEL_NOT_REACHED = new SsoError("unmet_authentication_requirements", null);

  static SsoError invalid(String description) {
    return new SsoError("invalid_request", description);
  }
}
