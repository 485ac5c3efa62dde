package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Anna has a login elsewhere, connects it with her account, and comes in by it. */
class OutsideLoginTest extends Journey {

  private static final String LOGINS = "/konto/logins";

  @Test
  void annaConnectsItAndGetsIntoAProtectedApplicationByIt() throws IOException {
    try (var phone = chromium.window(390, 844, true);
        var desk = chromium.window(1280, 900, true)) {
      new Entrance(city, phone).openAccount();
      keyring(phone).outsideLogin("ANNA");
      phone.check();

      desk.open(city.portal().resolve("/dienste/steuern-verwalten"));
      desk.follow("Anmelden und öffnen");
      desk.page().waitForURL("**/anmelden?**");
      desk.check();
      desk.press("Mit Bundes-Login (Demo) anmelden");
      keyring(desk).saysWhoSheIs("ANNA", "TWO_STEPS", "NONE");
      typesInTheCodeOfTheTaxOffice(desk);
      desk.page().waitForURL("**/sso/authorize**");
      desk.press("Einverstanden");
      desk.page().waitForURL(city.surroundings() + "/anwendungen/steuerkonto/");
      assertThat(page(desk)).containsText("Guten Tag, Anna");
    }
  }

  /** Who she is to the city is one thing, to the tax office another. */
  private void typesInTheCodeOfTheTaxOffice(Window desk) throws IOException {
    desk.page().waitForURL("**/konto/freischaltung/**");
    var letterbox = new Letterbox(city.surroundings(), "Anna Bernasconi-Oberholzer");
    var code =
        letterbox.codeAfter(() -> {
          desk.follow("Brief mit Code bestellen");
          desk.page().locator("main [name=angabe-registernummer]").fill("123 456 789");
          desk.press("Brief bestellen");
        });
    desk.page().locator("main [name=code]").fill(code);
    desk.press("Freischalten");
  }

  @Test
  void annaConfirmsByItWithoutScriptAndDisconnectsIt() {
    try (var window = chromium.window(390, 844, false);
        var other = chromium.window(1280, 900, true)) {
      var email = new Entrance(city, window).openAccount();
      keyring(window).outsideLogin("BEAT");

      other.open(city.portal().resolve("/anmelden"));
      new Entrance(city, other).logIn(email);
      other.open(city.portal().resolve(LOGINS));
      other.page().waitForURL("**/anmelden/bestaetigen**");
      other.check();
      other.press("Mit verbundenem Login bestätigen");
      keyring(other).saysWhoSheIs("BEAT", "PASSWORD", "NONE");
      other.page().waitForURL("**/anmelden/bestaetigen**");
      assertThat(page(other)).containsText("nicht sicher genug");
      other.check();
      other.press("Mit verbundenem Login bestätigen");
      keyring(other).saysWhoSheIs("BEAT", "PASSKEY", "NONE");
      other.page().waitForURL("**" + LOGINS);

      other.page().getByText("Trennen").first().click();
      other.press("Login trennen");
      assertThat(page(other)).containsText("Das Login ist getrennt");
      other.check();
    }
  }

  @Test
  void whatTheProviderDoesWrongOpensNothing() {
    try (var window = chromium.window(390, 844, true)) {
      for (var fault : new String[] {"NONCE", "AUDIENCE", "EXPIRED", "NO_TIME", "SILENT"}) {
        window.open(city.portal().resolve("/anmelden"));
        window.press("Mit Bundes-Login (Demo) anmelden");
        keyring(window).saysWhoSheIs("ANNA", "TWO_STEPS", fault);
        window.page().waitForURL("**/anmelden");
        assertThat(page(window))
            .containsText(fault.equals("SILENT") ? "antwortet gerade nicht" : "hat nicht geklappt");
      }
      window.check();
    }
  }

  private Keyring keyring(Window window) {
    return new Keyring(city, window);
  }

  private static Locator page(Window window) {
    return window.page().locator("body");
  }
}
