package ch.meinkonto.platform.web;

/**
 * What cookies are called. Over TLS their names begin with what makes browsers refuse them from
 * anywhere else (RFC 6265bis, section 4.1.3): not from a subdomain, and not without TLS.
 */
public final class CookieNames {

  private CookieNames() {}

  /**
   * The name under which a browser knows the cookie.
   *
   * @param name without the beginning
   * @param path the pages that see it
   * @param tls whether the browser is connected over TLS
   */
  public static String of(String name, String path, boolean tls) {
    if (!tls) {
      return name;
    }
    return (path.equals("/") ? "__Host-" : "__Secure-") + name;
  }
}
