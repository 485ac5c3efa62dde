package ch.meinkonto.sso;

import java.util.Locale;

/**
 * Claims of OpenID Connect's specifications about logging out. Not as words in quotes: a department
 * may be called the same, and no code names one.
 */
enum LogoutClaim {
  /** The session. */
  SID,
  /** What happened. */
  EVENTS;

  /** As it stands in a token. */
  String claim() {
    return name().toLowerCase(Locale.ROOT);
  }
}
