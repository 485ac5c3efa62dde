package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Anna confirms by the app on her phone, until the phone is gone. */
class RecoveryTest extends Journey {

  private static final String PROTECTED = "/konto/email";

  @Test
  void annaLosesHerPhoneAndHasHerAccountBack() {
    try (var window = chromium.window(390, 844, true)) {
      var anna = entrance(window).openAccount();
      var phone = keyring(window).app();
      var code = keyring(window).recoveryCode();

      entrance(window).comeBackAnotherDay(anna);
      window.open(city.portal().resolve(PROTECTED));
      window.page().waitForURL("**/anmelden/bestaetigen**");
      window.check();
      field(window, "code").fill(phone.code(0));
      window.press("Bestätigen");
      window.page().waitForURL("**" + PROTECTED);

      entrance(window).comeBackAnotherDay(anna);
      window.open(city.portal().resolve(PROTECTED));
      window.follow("Ich habe das Gerät nicht mehr");
      recovers(window, anna, 1, code);
      keyring(window).app();
    }
  }

  @Test
  void annaHasLostHerCodesTooAndALetterHelps() throws SQLException {
    try (var window = chromium.window(390, 844, true)) {
      var anna = entrance(window).openAccount();
      keyring(window).app();
      livesFor8Days(window);

      entrance(window).logOut();
      window.open(city.portal().resolve("/passwort-vergessen"));
      window.check();
      window.follow("Konto wiederherstellen");
      field(window, "email").fill(anna);
      window.check();
      window.press("Code schicken");
      window.page().waitForURL("**/konto-wiederherstellen/code");
      window.page().getByText("Ich habe keinen Wiederherstellungscode").click();
      window.check();
      window.page().locator("#letter").fill(mailedCode(anna, 1));
      window.press("Brief bestellen");
      window.page().waitForURL("**/konto-wiederherstellen");
      assertThat(window.page().locator("body")).containsText("Der Brief ist bestellt");
      window.check();

      field(window, "email").fill(anna);
      recovers(window, anna, 2, codeInHerLetterbox());
    }
  }

  @Test
  void annaShowsHerPassportAtTheCounter() throws IOException, InterruptedException {
    try (var window = chromium.window(390, 844, true);
        var counter = chromium.window(1280, 900, true)) {
      var anna = entrance(window).openAccount();
      keyring(window).app();
      var clerk = entrance(counter).openAccount();
      keyring(counter).app();
      city.operate("counter-staff", "add", clerk, "Stadthaus");

      counter.open(city.portal().resolve("/schalter"));
      counter.check();
      field(counter, "email").fill(anna);
      counter.press("Weiter");
      assertThat(counter.main()).containsText("Anna Bernasconi-Oberholzer");
      counter.check();
      counter.press("Code ausstellen");
      assertThat(counter.main()).containsText("Prüfen Sie zuerst den Ausweis");
      field(counter, "checked").check();
      counter.press("Code ausstellen");
      var code = counter.page().locator(".secret").innerText();

      entrance(window).logOut();
      window.open(city.portal().resolve("/konto-wiederherstellen"));
      field(window, "email").fill(anna);
      recovers(window, anna, 1, code);
      window.open(city.portal().resolve("/datenprotokoll"));
      assertThat(window.main()).containsText("Am Schalter «Stadthaus»");
    }
  }

  private void livesFor8Days(Window window) throws SQLException {
    window.open(city.portal().resolve("/konto/kontakt"));
    field(window, "street").fill("Seestrasse");
    field(window, "houseNumber").fill("1");
    field(window, "postcode").fill("8002");
    field(window, "town").fill("Zürich");
    window.press("Speichern");
    window.page().waitForURL("**/konto");
    new PortalDatabase(city.data()).letAddressesBeOld();
  }

  private String codeInHerLetterbox() {
    try (var window = chromium.window(390, 844, false)) {
      window.open(city.surroundings().resolve("/briefkasten"));
      return window.page().locator(".code").first().innerText();
    }
  }

  private void recovers(Window window, String anna, int mails, String code) {
    window.check();
    window.press("Code schicken");
    window.page().waitForURL("**/konto-wiederherstellen/code");
    window.check();
    window.page().locator("#code").fill(mailedCode(anna, mails));
    field(window, "recovery").fill(code);
    field(window, "password").fill("lampe regen donnerstag");
    window.press("Konto wiederherstellen");
    window.page().waitForURL("**/konto/zweiter-faktor");
    assertThat(window.main()).containsText("Ihr Konto ist wiederhergestellt");
    window.check();
  }

  private String mailedCode(String anna, int count) {
    return new Mailbox(city.surroundings()).longCode(anna, count);
  }

  private Entrance entrance(Window window) {
    return new Entrance(city, window);
  }

  private Keyring keyring(Window window) {
    return new Keyring(city, window);
  }

  private static Locator field(Window window, String name) {
    return window.page().locator("main [name=" + name + "]");
  }
}
