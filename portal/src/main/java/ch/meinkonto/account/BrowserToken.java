package ch.meinkonto.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What only one browser knows: the token that goes with its forms. A new one comes with each login.
 */
public final class BrowserToken {

  private static final TokenCookie COOKIE = new TokenCookie("mk-csrf", "/");

  private BrowserToken() {}

  /** The token; empty when the browser has none yet. */
  public static String of(HttpServletRequest request) {
    return COOKIE.read(request);
  }

  /** Takes it away; the next page makes a new one. */
  public static void forget(HttpServletRequest request, HttpServletResponse response) {
    COOKIE.clear(request, response);
  }
}
