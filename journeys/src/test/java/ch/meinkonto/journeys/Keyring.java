package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** Sets up, in the window of somebody who is logged in, what proves later who they are. */
record Keyring(RunningCity city, Window window) {

  /** An authenticator app on a phone. */
  PhoneApp app() {
    open("/konto/zweiter-faktor");
    window.follow("App einrichten");
    window.check();
    window.press("App einrichten");
    window.page().waitForURL("**/konto/authenticator/neu");
    window.check();
    var address = window.page().locator("a[href^='otpauth:']").getAttribute("href");
    var phone = PhoneApp.scan(address);
    field("code").fill(phone.code(1));
    window.press("Bestätigen");
    window.page().waitForURL("**/konto/authenticator");
    assertThat(window.main()).containsText("Ihre App ist eingerichtet");
    window.check();
    return phone;
  }

  /** The first of the recovery codes that she writes down, after a factor was set up. */
  String recoveryCode() {
    window.follow("Codes erstellen");
    window.check();
    window.press("Codes erstellen");
    var codes = window.page().locator(".codes li");
    assertThat(codes).hasCount(10);
    window.check();
    return codes.first().innerText();
  }

  /** A number to which codes go. */
  Phone number() {
    var phone = Phone.of(city.surroundings());
    open("/konto/sms");
    assertThat(window.main()).containsText("SMS ist der schwächste Weg");
    window.check();
    field("number").fill(phone.typed());
    window.press("Code per SMS senden");
    window.page().waitForURL("**/konto/sms/code");
    window.check();
    field("code").fill(phone.code(1));
    window.press("Bestätigen");
    window.page().waitForURL("**/konto/sms");
    assertThat(window.main()).containsText("+41 78 … ");
    window.check();
    return phone;
  }

  /** The app Access in the window of a phone that has a virtual authenticator. */
  void access(Window phone) {
    open("/konto/access");
    window.check();
    window.press("Handy verbinden");
    window.page().locator("summary").last().click();
    window.check();
    var code = window.page().locator(".secret").last().innerText();

    phone.open(city.portal().resolve("/access"));
    phone.check();
    phone.open(city.portal().resolve("/access/verbinden#" + code.replace(" ", "")));
    phone.check();
    phone.press("Handy verbinden");
    phone.page().waitForURL("**/access");
    phone.check();

    assertThat(window.main()).containsText("Ist das Ihr Handy?");
    assertThat(window.page().locator(".big-number")).hasText(number(phone));
    window.check();
    window.press("Ja, verbinden");
    assertThat(window.main()).containsText("Das Handy ist verbunden.");
    assertThat(phone.main()).containsText("Alles erledigt");
    phone.check();
  }

  /** The number that a page shows. */
  static String number(Window window) {
    return window.page().locator(".big-number").innerText();
  }

  /** Types on the phone what the computer shows. */
  static void approves(Window phone, Window computer) {
    phone.page().locator("[name=number]").fill(number(computer));
    phone.check();
    phone.press("Bestätigen");
    assertThat(phone.main()).containsText("Bestätigt. Am Computer geht es von selbst weiter.");
  }

  /** A login elsewhere, of this person of the demo's provider. */
  void outsideLogin(String person) {
    open("/konto/logins");
    window.check();
    window.press("Verbinden");
    saysWhoSheIs(person, "TWO_STEPS", "NONE");
    window.page().waitForURL("**/konto/logins");
    assertThat(window.page().locator("body")).containsText("ist jetzt mit Ihrem Konto verbunden");
  }

  /** At the provider. */
  void saysWhoSheIs(String person, String way, String fault) {
    window.page().waitForURL("**/bundes-login/authorize**");
    window.page().locator("[name=person]").selectOption(person);
    window.page().locator("[name=way]").selectOption(way);
    window.page().locator("[name=fault]").selectOption(fault);
    window.press("Anmelden");
  }

  private void open(String path) {
    window.open(city.portal().resolve(path));
  }

  private Locator field(String name) {
    return window.page().locator("main [name=" + name + "]");
  }
}
