package ch.meinkonto.login;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.TickingClock;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/** An authenticator app on somebody's phone, with the portal's time. */
final class AuthenticatorApp {

  static final String PAGE = "/konto/authenticator";
  static final String NEW = PAGE + "/neu";

  private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]+)");
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] secret;
  private final TickingClock clock;

  private AuthenticatorApp(byte[] secret, TickingClock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /** Scans what the page shows. */
  static AuthenticatorApp scan(String page, TickingClock clock) {
    var found = SECRET.matcher(page);
    if (!found.find()) {
      throw new AssertionError("No secret on the page");
    }
    return new AuthenticatorApp(decoded(found.group(1)), clock);
  }

  /** Begins to set one up, as far as the secret on the page. */
  static AuthenticatorApp begin(Browser browser, TickingClock clock) {
    browser.submit(PAGE, NEW, Map.of());
    return scan(browser.get(NEW).body(), clock);
  }

  /** Sets one up. */
  static AuthenticatorApp setUp(Browser browser, TickingClock clock) {
    var app = begin(browser, clock);
    var answer = browser.submit(NEW, NEW + "/code", Map.of("code", app.code()));
    if (answer.status() != 302) {
      throw new AssertionError("Not set up: " + answer);
    }
    app.next();
    return app;
  }

  /** What it shows now. */
  String code() {
    return code(clock.instant());
  }

  /** What it showed, or will show, then. */
  String code(Instant then) {
    return Totp.code(secret, then.getEpochSecond() / 30);
  }

  /** What it does not show, neither now nor a step earlier or later. */
  String wrongCode() {
    var guess = 0;
    while (Totp.step(secret, "%06d".formatted(guess), clock.instant()).isPresent()) {
      guess++;
    }
    return "%06d".formatted(guess);
  }

  /** Waits for the next code, since each works once. */
  String next() {
    clock.tick(Totp.STEP);
    return code();
  }

  private static byte[] decoded(String text) {
    var bytes = new ByteArrayOutputStream();
    var waiting = 0;
    var bits = 0;
    for (var letter = 0; letter < text.length(); letter++) {
      waiting = (waiting << 5) | ALPHABET.indexOf(text.charAt(letter));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(waiting >> bits);
        waiting &= (1 << bits) - 1;
      }
    }
    return bytes.toByteArray();
  }
}
