package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody asks Anna's phone; what is not right on either side lets nobody in. */
class AccessRefusalsTest extends Journey {

  private static final String FORM = "form[data-options]";

  private static final String TURN_TO =
      """
      (address) => {
        const form = document.querySelector("form[data-options]");
        form.action = address;
        form.dataset.options = address + "/optionen";
      }
      """;

  private static final String SEND =
      """
      ([address, fields]) => {
        const form = document.createElement("form");
        Object.assign(form, { method: "post", action: address, hidden: true });
        for (const [name, value] of new URLSearchParams(fields)) {
          form.append(Object.assign(document.createElement("input"), { name, value }));
        }
        document.body.append(form);
        form.submit();
      }
      """;

  private Window computer;
  private Window phone;
  private Window stranger;
  private VirtualAuthenticator finger;
  private String anna;

  @BeforeEach
  void annaHasConnectedHerPhone() {
    computer = chromium.window(1280, 900, true);
    phone = chromium.window(390, 844, true);
    stranger = chromium.window(1280, 900, true);
    finger = VirtualAuthenticator.in(phone);
    anna = new Entrance(city, computer).openAccount();
    new Keyring(city, computer).access(phone);
    new Entrance(city, computer).logOut();
  }

  @AfterEach
  void leave() {
    computer.close();
    phone.close();
    stranger.close();
  }

  @Test
  void aWrongNumberOpensNothingAndTheThirdEndsIt() {
    ask(stranger, anna);
    var wrong = Keyring.number(stranger).equals("42") ? "43" : "42";

    answer(phone, wrong);
    assertThat(phone.main()).containsText("Das ist nicht die Zahl auf dem Bildschirm.");
    phone.check();
    answer(phone, wrong);
    answer(phone, wrong);

    assertThat(phone.main()).containsText("Die Zahl war dreimal falsch.");
    phone.check();
    assertThat(stranger.main()).containsText("die Zahl stimmte nicht");
    stranger.check();
    isOut(stranger);
  }

  @Test
  void ofTwoWhoAskTheOwnersBrowserIsHeardAndAnAnswerIsGoodOnce() {
    ask(stranger, anna);
    ask(computer, anna);

    assertThat(stranger.main()).containsText("Die Anfrage gilt nicht mehr");
    stranger.check();
    ask(stranger, anna);
    answer(phone, Keyring.number(stranger));
    assertThat(phone.main()).containsText("Das ist nicht die Zahl auf dem Bildschirm.");

    var answered =
        phone
            .page()
            .waitForRequest(
                request -> request.url().matches(".*/anfragen/[^/]+"),
                () -> answer(phone, Keyring.number(computer)));
    assertThat(phone.main()).containsText("Bestätigt.");
    computer.page().waitForURL("**/konto");

    phone.page().evaluate(SEND, new Object[] {answered.url(), answered.postData()});
    assertThat(phone.main()).containsText("Das hat nicht geklappt.");
    phone.check();
    isOut(stranger);
  }

  @Test
  void afterThreeMinutesNothingIsConfirmed() throws SQLException {
    ask(computer, anna);
    number(phone).waitFor();
    phone.page().route("**/access/stand", Route::abort); // it has not noticed yet

    new PortalDatabase(city.data()).letPhonesBeTooLate();
    answer(phone, Keyring.number(computer));

    assertThat(phone.main()).containsText("Die drei Minuten sind um.");
    phone.check();
    computer.page().context().addCookies(waitingForLonger(computer));
    assertThat(computer.main()).containsText("Die Anfrage gilt nicht mehr");
    computer.check();
    isOut(computer);
  }

  @Test
  void aPhoneThatDoesNotRecogniseAnnaConfirmsNothing() {
    ask(computer, anna);
    finger.verifies(false);
    answer(phone, Keyring.number(computer));
    assertThat(phone.main()).containsText("Ihr Handy hat Sie nicht erkannt.");
    phone.check();

    VirtualAuthenticator.isNotAskedToVerify(phone);
    answer(phone, Keyring.number(computer));

    assertThat(phone.main()).containsText("Das hat nicht geklappt.");
    phone.check();
    isOut(computer);
  }

  @Test
  void anotherAccountsPhoneConfirmsNothing() {
    ask(stranger, anna);
    number(phone).waitFor();
    var annas = phone.page().locator(FORM).getAttribute("action");
    try (var desk = chromium.window(1280, 900, true);
        var bertasPhone = chromium.window(390, 844, true)) {
      VirtualAuthenticator.in(bertasPhone);
      var berta = new Entrance(city, desk).openAccount();
      new Keyring(city, desk).access(bertasPhone);
      new Entrance(city, desk).logOut();
      ask(desk, berta);
      number(bertasPhone).waitFor();

      bertasPhone.page().evaluate(TURN_TO, annas);
      answer(bertasPhone, Keyring.number(stranger));
      assertThat(bertasPhone.page().locator(FORM)).not().hasAttribute("action", annas);
      assertThat(bertasPhone.main()).containsText("Möchten Sie sich anmelden?");

      bertasPhone.page().evaluate(TURN_TO, annas);
      bertasPhone.page().locator(FORM).evaluate("form => form.submit()");
      assertThat(bertasPhone.main()).containsText("Das hat nicht geklappt.");
      bertasPhone.check();
      isOut(desk);
    }
    assertThat(number(phone)).isVisible();
    isOut(stranger);
  }

  private void ask(Window window, String email) {
    window.open(city.portal().resolve("/anmelden/access"));
    window.page().locator("[name=email]").fill(email);
    window.press("Weiter");
    assertThat(window.main()).containsText("Bestätigen Sie auf dem Handy");
  }

  private static void answer(Window phone, String number) {
    number(phone).fill(number);
    phone.page().waitForResponse("**/optionen", () -> phone.press("Bestätigen"));
  }

  private static Locator number(Window phone) {
    return phone.page().locator("[name=number]");
  }

  /** As if this browser had begun to wait three minutes earlier. */
  private static List<Cookie> waitingForLonger(Window window) {
    var cookies = new ArrayList<>(window.page().context().cookies());
    cookies.removeIf(cookie -> !cookie.name.equals("mk-waiting"));
    for (var ticket : cookies) {
      var parts = ticket.value.split("\\.");
      parts[1] = String.valueOf(Long.parseLong(parts[1]) - 180_000);
      ticket.value = String.join(".", parts);
    }
    return cookies;
  }
}
