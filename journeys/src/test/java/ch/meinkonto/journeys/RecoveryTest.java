package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Anna confirms by the app on her phone, until the phone is gone. */
@Tag("journeys")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoveryTest {

  private static final String PASSWORD = "velo wolke tasse mond";
  private static final String PROTECTED = "/konto/email";

  private RunningCity city;
  private Chromium chromium;

  @BeforeAll
  void open() throws IOException {
    city = RunningCity.start(Map.of());
    chromium = new Chromium();
  }

  @Test
  void annaLosesHerPhoneAndHasHerAccountBack() {
    try (var window = chromium.window(390, 844, true)) {
      var anna = registers(window);
      var phone = setsUpHerApp(window);
      var code = keepsCodes(window);

      comesBackAnotherDay(window, anna, PASSWORD);
      window.open(city.portal().resolve(PROTECTED));
      window.page().waitForURL("**/anmelden/bestaetigen**");
      window.check();
      field(window, "code").fill(phone.code(0));
      window.press("Bestätigen");
      window.page().waitForURL("**" + PROTECTED);

      comesBackAnotherDay(window, anna, PASSWORD);
      window.open(city.portal().resolve(PROTECTED));
      window.follow("Ich habe das Gerät nicht mehr");
      recovers(window, anna, code);
      setsUpHerApp(window);
    }
  }

  private void recovers(Window window, String anna, String code) {
    window.check();
    window.press("Code schicken");
    window.page().waitForURL("**/konto-wiederherstellen/code");
    window.check();
    field(window, "code").fill(new Mailbox(city.surroundings()).longCode(anna));
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
    var email = "anna." + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    window.open(city.portal().resolve("/registrieren"));
    window.page().locator("input[name=kind][value=private]").check();
    field(window, "given").fill("Anna");
    field(window, "family").fill("Bernasconi-Oberholzer");
    field(window, "email").fill(email);
    field(window, "password").fill(PASSWORD);
    window.press("Weiter");
    field(window, "code").fill(new Mailbox(city.surroundings()).code(email));
    field(window, "code").press("Enter");
    window.page().waitForURL("**/konto**");
    return email;
  }

  private void comesBackAnotherDay(Window window, String email, String password) {
    window.open(city.portal().resolve("/konto"));
    window.page().locator("form[action='/abmelden']").first().evaluate("form => form.submit()");
    window.page().waitForURL(city.portal() + "/");
    window.open(city.portal().resolve("/anmelden"));
    field(window, "email").fill(email);
    field(window, "password").fill(password);
    window.press("Anmelden");
    window.page().waitForURL("**/konto");
  }

  private static Locator field(Window window, String name) {
    return window.page().locator("main [name=" + name + "]");
  }

  @AfterAll
  void close() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
    if (city != null) {
      city.close();
    }
  }
}
