package ch.meinkonto.journeys;

import com.microsoft.playwright.Page;

/** Those who run the demo. */
record Staff(RunningCity city, Chromium chromium) {

  /** As the demo says how; with two factors, then. */
  void sitsDown(Window window, String name) {
    var email = told(name, 0);
    var password = told(name, 1);
    window.open(city.portal().resolve("/betrieb"));
    fill(window, "email", email);
    fill(window, "password", password);
    window.press("Anmelden");
    window.page().waitForURL("**/anmelden/bestaetigen**");
    fill(window, "code", told(name, 2));
    window.press("Bestätigen");
    window.page().waitForURL("**/betrieb");
    window.check();
  }

  /** The simulator's page about staff: address, password, and the code that their app shows. */
  private String told(String name, int which) {
    try (var phone = chromium.window(390, 844, false)) {
      phone.open(city.surroundings().resolve("/betrieb"));
      return phone
          .page()
          .locator("li", new Page.LocatorOptions().setHasText(name))
          .locator("code")
          .nth(which)
          .innerText();
    }
  }

  private static void fill(Window window, String name, String value) {
    window.page().locator("main [name=" + name + "]").fill(value);
  }
}
