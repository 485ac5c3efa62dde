package ch.meinkonto.journeys;

import java.util.Locale;
import java.util.UUID;

/** Into an account and out of it, by the pages themselves. */
record Entrance(RunningCity city, Window window) {

  static final String PASSWORD = "velo wolke tasse mond";

  /** Anna registers, at the page that the window shows; returns her address. */
  String register() {
    return register("Anna", "Bernasconi-Oberholzer");
  }

  private String register(String given, String family) {
    var email =
        given.toLowerCase(Locale.ROOT)
            + "."
            + UUID.randomUUID().toString().substring(0, 8)
            + "@example.org";
    var form = window.page();
    form.waitForURL("**/registrieren**");
    form.locator("input[name=kind][value=private]").check();
    form.locator("[name=given]").fill(given);
    form.locator("[name=family]").fill(family);
    form.locator("[name=email]").fill(email);
    form.locator("[name=password]").fill(PASSWORD);
    window.press("Weiter");
    form.locator("[name=code]").fill(new Mailbox(city.surroundings()).code(email));
    form.locator("[name=code]").press("Enter");
    return email;
  }

  /** Anna opens an account and looks at it; returns her address. */
  String openAccount() {
    return openAccount("Anna", "Bernasconi-Oberholzer");
  }

  /** The same for somebody of this name. */
  String openAccount(String given, String family) {
    window.open(city.portal().resolve("/registrieren"));
    var email = register(given, family);
    window.page().waitForURL("**/konto**");
    return email;
  }

  /** Logs out, and in again by password. */
  void comeBackAnotherDay(String email) {
    logOut();
    window.open(city.portal().resolve("/anmelden"));
    logIn(email);
    window.page().waitForURL("**/konto");
  }

  /** Logs in at the page that the window shows. */
  void logIn(String email) {
    window.page().locator("[name=email]").fill(email);
    window.page().locator("[name=password]").fill(PASSWORD);
    window.press("Anmelden");
  }

  void logOut() {
    window.open(city.portal().resolve("/konto"));
    window.page().locator("form[action='/abmelden']").first().evaluate("form => form.submit()");
    window.page().waitForURL(city.portal() + "/");
  }
}
