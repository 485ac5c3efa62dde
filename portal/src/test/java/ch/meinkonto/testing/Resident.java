package ch.meinkonto.testing;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody with a browser and a mailbox, who can register and log in.
 *
 * @param given given name
 * @param family family name
 * @param email an address that nobody else has
 * @param password a fit password
 * @param browser their browser
 */
public record Resident(
    String given, String family, String email, String password, Browser browser) {

  /** Somebody of this name, not registered yet. */
  public static Resident named(String given, String family, int port) {
    var email =
        (given + "." + UUID.randomUUID().toString().substring(0, 8) + "@example.org")
            .toLowerCase(java.util.Locale.ROOT);
    return new Resident(given, family, email, "velo wolke tasse " + family, new Browser(port));
  }

  /** The same person in another browser. */
  public Resident in(Browser other) {
    return new Resident(given, family, email, password, other);
  }

  /** Fills in the registration and gets as far as the code. */
  public Browser.Answer beginRegistration(String next) {
    return browser.submit(
        "/registrieren",
        Map.of(
            "kind", "private",
            "given", given,
            "family", family,
            "email", email,
            "password", password,
            "weiter", next));
  }

  /** Registers with the code from the mailbox and looks at the account. */
  public Browser.Answer register(Mailbox mailbox) {
    beginRegistration("");
    var answer =
        browser.submit(
            "/registrieren/code", Map.of("code", mailbox.awaitCode(email, "Code für Mein Konto")));
    browser.get(answer.location());
    return answer;
  }

  /** Logs in. */
  public Browser.Answer logIn() {
    return logIn(password);
  }

  /** Logs in with another password. */
  public Browser.Answer logIn(String otherPassword) {
    return browser.submit("/anmelden", Map.of("email", email, "password", otherPassword));
  }
}
