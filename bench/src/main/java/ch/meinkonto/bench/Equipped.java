package ch.meinkonto.bench;

import ch.meinkonto.testing.SoftwareAuthenticator;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * A resident with a computer, a passkey on it, and a phone with Access: each of the ways in, with
 * all requests that it takes but the page on which one chooses.
 */
final class Equipped {

  private static final String LOGIN = "/anmelden";
  private static final String PASSKEYS = "/konto/passkeys";
  private static final String PHONES = "/konto/access/neu";
  private static final String APP = "/access";
  private static final Pattern NUMBER = Pattern.compile("class=\"big-number\">(\\d\\d)<");
  private static final Pattern CODE = Pattern.compile("class=\"secret\">([0-9A-Z ]+)<");
  private static final Pattern ASKED = Pattern.compile("\"state\":\"([^\"]{36})\"");

  private final String email;
  private final Visitor computer;
  private final Visitor phone;
  private final SoftwareAuthenticator passkey;
  private final SoftwareAuthenticator phoneKey;

  private Equipped(
      String email,
      Visitor computer,
      Visitor phone,
      SoftwareAuthenticator passkey,
      SoftwareAuthenticator phoneKey) {
    this.email = email;
    this.computer = computer;
    this.phone = phone;
    this.passkey = passkey;
    this.phoneKey = phoneKey;
  }

  /** Logs in, makes a passkey, and connects a phone. */
  static Equipped setUp(Browser browser, Browser.Form form, String email, URI portal) {
    var one =
        new Equipped(
            email,
            new Visitor(browser, form),
            new Visitor(browser, form),
            SoftwareAuthenticator.at(portal),
            SoftwareAuthenticator.at(portal));
    one.byPassword();
    one.makePasskey();
    one.connectPhone();
    return one;
  }

  /** The same resident before another portal that knows these devices. */
  Equipped at(Browser browser, Browser.Form form, URI portal) {
    return new Equipped(
        email,
        new Visitor(browser, form),
        new Visitor(browser, form),
        passkey.copy().on(portal.toString()),
        phoneKey.copy().on(portal.toString()));
  }

  Visitor computer() {
    return computer;
  }

  void byPassword() {
    computer.leave();
    computer.post(LOGIN, Map.of("email", email, "password", BareHash.PASSWORD));
    mustBeIn();
  }

  void byPasskey() {
    computer.leave();
    var options = computer.get(LOGIN + "/passkey/optionen").body();
    computer.post(LOGIN + "/passkey", Map.of("answer", passkey.answer(options)));
    mustBeIn();
  }

  void byApp() {
    computer.leave();
    computer.post(LOGIN + "/access", Map.of("email", email));
    var number = found(NUMBER, computer.get(LOGIN + "/access/warten"));
    var request = APP + "/anfragen/" + asked();
    var options = phone.post(request + "/optionen", Map.of("number", number)).body();
    phone.post(request, Map.of("answer", phoneKey.answer(options)));
    computer.get(LOGIN + "/access/stand");
    computer.post(LOGIN + "/access/weiter", Map.of());
    mustBeIn();
  }

  /** The portal asks the phones beside its answer. */
  private String asked() {
    for (int look = 0; look < 500; look++) {
      var state = ASKED.matcher(phone.get(APP + "/stand").body());
      if (state.find()) {
        return state.group(1);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    throw new IllegalStateException("The phone is asked nothing");
  }

  private void makePasskey() {
    var options = computer.post(PASSKEYS + "/optionen", Map.of()).body();
    computer.post(PASSKEYS, Map.of("answer", passkey.make(options), "name", "Notebook"));
  }

  private void connectPhone() {
    computer.post(PHONES, Map.of());
    var code = found(CODE, computer.get(PHONES));
    var options = phone.post(APP + "/verbinden/optionen", Map.of("code", code)).body();
    phone.post(
        APP + "/verbinden",
        Map.of("code", code, "name", "Handy", "answer", phoneKey.make(options)));
    computer.post(PHONES + "/ja", Map.of());
  }

  private void mustBeIn() {
    if (!computer.isLoggedIn()) {
      throw new IllegalStateException("Not logged in");
    }
  }

  private static String found(Pattern pattern, HttpResponse<String> page) {
    var match = pattern.matcher(page.body());
    if (!match.find()) {
      throw new IllegalStateException(
          "%s %s: not what was expected".formatted(page.uri(), page.statusCode()));
    }
    return match.group(1);
  }
}
