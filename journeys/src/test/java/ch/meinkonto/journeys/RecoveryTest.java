package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
      var anna = registers(window);
      var phone = setsUpHerApp(window);
      var code = keepsCodes(window);

      comesBackAnotherDay(window, anna);
      window.open(city.portal().resolve(PROTECTED));
      window.page().waitForURL("**/anmelden/bestaetigen**");
      window.check();
      field(window, "code").fill(phone.code(0));
      window.press("Bestätigen");
      window.page().waitForURL("**" + PROTECTED);

      comesBackAnotherDay(window, anna);
      window.open(city.portal().resolve(PROTECTED));
      window.follow("Ich habe das Gerät nicht mehr");
      recovers(window, anna, code);
      setsUpHerApp(window);
    }
  }

  @Test
  void annaHasLostHerCodesTooAndALetterHelps() throws SQLException {
    try (var window = chromium.window(390, 844, true)) {
      var anna = registers(window);
      setsUpHerApp(window);
      livesFor8Days(window);

      new Entrance(city, window).logOut();
      window.open(city.portal().resolve("/passwort-vergessen"));
      window.check();
      window.follow("Konto wiederherstellen");
      field(window, "email").fill(anna);
      window.check();
      window.press("Code schicken");
      window.page().waitForURL("**/konto-wiederherstellen/code");
      window.page().getByText("Ich habe keinen Wiederherstellungscode").click();
      window.check();
      window.page().locator("#letter").fill(new Mailbox(city.surroundings()).longCode(anna));
      window.press("Brief bestellen");
      window.page().waitForURL("**/konto-wiederherstellen");
      assertThat(window.page().locator("body")).containsText("Der Brief ist bestellt");
      window.check();

      var code = codeInHerLetterbox(window);
      field(window, "email").fill(anna);
      recovers(window, anna, code);
    }
  }

  @Test
  void annaShowsHerPassportAtTheCounter() throws IOException, InterruptedException {
    try (var window = chromium.window(390, 844, true);
        var counter = chromium.window(1280, 900, true)) {
      var anna = registers(window);
      setsUpHerApp(window);
      var clerk = registers(counter);
      setsUpHerApp(counter);
      worksAtTheCounter(clerk);

      counter.open(city.portal().resolve("/schalter"));
      counter.check();
      field(counter, "email").fill(anna);
      counter.press("Weiter");
      assertThat(counter.page().locator("main")).containsText("Anna Bernasconi-Oberholzer");
      counter.check();
      counter.press("Code ausstellen");
      assertThat(counter.page().locator("main")).containsText("Prüfen Sie zuerst den Ausweis");
      field(counter, "checked").check();
      counter.press("Code ausstellen");
      var code = counter.page().locator(".secret").innerText();

      new Entrance(city, window).logOut();
      window.open(city.portal().resolve("/konto-wiederherstellen"));
      field(window, "email").fill(anna);
      recovers(window, anna, code);
      window.open(city.portal().resolve("/datenprotokoll"));
      assertThat(window.page().locator("main")).containsText("Am Schalter «Stadthaus»");
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

  private String codeInHerLetterbox(Window window) {
    window.open(city.surroundings().resolve("/briefkasten"));
    var code = window.page().locator(".code").first().innerText();
    window.open(city.portal().resolve("/konto-wiederherstellen"));
    return code;
  }

  private void worksAtTheCounter(String email) throws IOException, InterruptedException {
    var command = new ProcessBuilder("bin/portal", "counter-staff", "add", email, "Stadthaus");
    command.directory(RunningCity.REPOSITORY.toFile()).inheritIO();
    command.environment().put("DATA_DIR", city.data().toString());
    assertEquals(0, command.start().waitFor());
  }

  private void recovers(Window window, String anna, String code) {
    window.check();
    window.press("Code schicken");
    window.page().waitForURL("**/konto-wiederherstellen/code");
    window.check();
    window.page().locator("#code").fill(new Mailbox(city.surroundings()).longCode(anna));
    field(window, "recovery").fill(code);
    field(window, "password").fill("lampe regen donnerstag");
    window.press("Konto wiederherstellen");
    window.page().waitForURL("**/konto/zweiter-faktor");
    assertThat(window.page().locator("main")).containsText("Ihr Konto ist wiederhergestellt");
    window.check();
  }

  private PhoneApp setsUpHerApp(Window window) {
    window.open(city.portal().resolve("/konto/zweiter-faktor"));
    window.follow("App einrichten");
    window.check();
    window.press("App einrichten");
    window.page().waitForURL("**/konto/authenticator/neu");
    window.check();
    var address = window.page().locator("a[href^='otpauth:']").getAttribute("href");
    var phone = PhoneApp.scan(address);
    field(window, "code").fill(phone.code(1));
    window.press("Bestätigen");
    window.page().waitForURL("**/konto/authenticator");
    assertThat(window.page().locator("main")).containsText("Ihre App ist eingerichtet");
    window.check();
    return phone;
  }

  /** The first of those that she writes down. */
  private static String keepsCodes(Window window) {
    window.follow("Codes erstellen");
    window.check();
    window.press("Codes erstellen");
    var codes = window.page().locator(".codes li");
    assertThat(codes).hasCount(10);
    window.check();
    return codes.first().innerText();
  }

  private String registers(Window window) {
    window.open(city.portal().resolve("/registrieren"));
    var email = new Entrance(city, window).register();
    window.page().waitForURL("**/konto**");
    return email;
  }

  private void comesBackAnotherDay(Window window, String email) {
    var entrance = new Entrance(city, window);
    entrance.logOut();
    window.open(city.portal().resolve("/anmelden"));
    entrance.logIn(email);
    window.page().waitForURL("**/konto");
  }

  private static Locator field(Window window, String name) {
    return window.page().locator("main [name=" + name + "]");
  }
}
