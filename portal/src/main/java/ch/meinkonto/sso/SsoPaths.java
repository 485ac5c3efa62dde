package ch.meinkonto.sso;

/** Under which addresses applications and people find the provider. */
final class SsoPaths {

  static final String DISCOVERY = "/.well-known/openid-configuration";
  static final String KEYS = "/sso/jwks.json";
  static final String AUTHORIZE = "/sso/authorize";
  static final String CONSENT = "/sso/zustimmung";
  static final String TOKEN = "/sso/token";
  static final String REVOKE = "/sso/revoke";
  static final String PUSHED = "/sso/par";
  static final String USER_INFO = "/sso/userinfo";
  static final String LOGOUT = "/sso/logout";
  static final String LOGOUT_CONFIRMED = "/sso/abmelden";
  static final String LOGGED_OUT = "/sso/abgemeldet";
  static final String CONNECTED = "/konto/anwendungen";

  private SsoPaths() {}
}
