package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.platform.Base32;
import java.net.URLEncoder;

/**
 * What an authenticator app needs to know, as a page shows it: a code for the camera, a link for
 * who reads the page on the phone itself, and letters for who types.
 *
 * @param url the key URI that all such apps read
 * @param typed the secret in groups
 */
public record AuthenticatorAddress(String url, String typed) {

  static AuthenticatorAddress of(byte[] secret, String issuer, String account) {
    var letters = Base32.USUAL.encode(secret);
    return new AuthenticatorAddress(
        "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
            .formatted(
                encoded(issuer),
                encoded(account),
                letters,
                encoded(issuer),
                Totp.DIGITS,
                Totp.STEP.toSeconds()),
        Base32.inGroups(letters, " "));
  }

  /** What the camera reads. */
  public QrPicture picture() {
    return QrPicture.of(url);
  }

  /** Apps take a plus for a plus. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
