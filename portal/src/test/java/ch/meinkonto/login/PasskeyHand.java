package ch.meinkonto.login;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.SoftwareAuthenticator;
import java.util.Map;

/** What the script of the pages does: asks the portal, then the device, and sends the answer. */
record PasskeyHand(Browser browser, SoftwareAuthenticator device) {

  static final String LIST = "/konto/passkeys";
  static final String CONFIRM = "/anmelden/bestaetigen";

  static PasskeyHand of(Resident resident, SoftwareAuthenticator device) {
    return new PasskeyHand(resident.browser(), device);
  }

  PasskeyHand in(Browser other) {
    return new PasskeyHand(other, device);
  }

  Browser.Answer setUp(String name) {
    var token = browser.token(LIST);
    return browser.post(
        LIST, token, Map.of("answer", device.make(creationOptions(token)), "name", name));
  }

  String creationOptions(String token) {
    return browser.post(LIST + "/optionen", token, Map.of()).body();
  }

  Browser.Answer logIn() {
    var token = browser.token("/anmelden");
    return send(token, device.answer(loginOptions()));
  }

  String loginOptions() {
    return browser.get("/anmelden/passkey/optionen").body();
  }

  /** Logs in with this answer. */
  Browser.Answer send(String answer) {
    return send(browser.token("/anmelden"), answer);
  }

  private Browser.Answer send(String token, String answer) {
    return browser.post("/anmelden/passkey", token, Map.of("answer", answer));
  }

  Browser.Answer confirm(String next) {
    var options = browser.get(CONFIRM + "/passkey/optionen").body();
    return confirm(next, device.answer(options));
  }

  Browser.Answer confirm(String next, String answer) {
    return browser.post(
        CONFIRM + "/passkey",
        browser.token("/konto/name"),
        Map.of("answer", answer, "weiter", next));
  }
}
