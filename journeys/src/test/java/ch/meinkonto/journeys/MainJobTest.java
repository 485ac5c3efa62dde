package ch.meinkonto.journeys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.form.SampleAnswers;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The portal's main job: a tenant who has never been here finds a service, fills it in, registers
 * on the way, sends, and reads what the office answers.
 */
class MainJobTest extends Journey {

  @ParameterizedTest(name = "{0} × {1}, script: {2}")
  @CsvSource({"1280, 900, true", "390, 844, true", "390, 844, false"})
  void aTenantOrdersAConfirmationAndTheOfficeAnswers(int width, int height, boolean script)
      throws IOException {
    try (var window = chromium.window(width, height, script)) {
      findByWhatOneCallsIt(window, "Wohnsitz bestätigen", "Wohnsitzbestätigung bestellen");
      window.press("Jetzt starten");
      var form = CityForms.of("wohnsitzbestaetigung");
      new WindowFilling(window, form, SampleAnswers.of(form, now(), 3)).toCheckPage();
      window.check();
      registerOnTheWay(window);

      assertThat(window.path()).endsWith("/pruefen");
      window.press("Weiter zum Bezahlen");
      window.check();
      window.press("Rechnung wählen");
      window.check();
      var reference = window.reference();

      readsTheAnswer(window, reference);
      looksAtTheLog(window, reference);
    }
  }

  private void findByWhatOneCallsIt(Window window, String words, String service) {
    window.open(city.portal());
    window.check();
    var search = window.page().locator("main input[name=q]");
    search.fill(words);
    search.press("Enter");
    window.page().waitForURL("**/suche?**");
    window.check();
    window.follow(service);
    window.check();
  }

  private void registerOnTheWay(Window window) {
    var email = newAddress();
    window.follow("Konto eröffnen");
    window.check();
    var page = window.page();
    page.locator("input[name=kind][value=private]").check();
    page.locator("[name=given]").fill("Lena");
    page.locator("[name=family]").fill("Bernasconi-Oberholzer");
    page.locator("[name=email]").fill(email);
    page.locator("[name=password]").fill("velo wolke tasse mond");
    window.press("Weiter");
    window.check();
    page.locator("[name=code]").fill(new Mailbox(city.surroundings()).code(email));
    page.locator("[name=code]").press("Enter");
    page.waitForURL("**/pruefen");
  }

  private void readsTheAnswer(Window window, String reference) throws IOException {
    var inbox = city.portal().resolve("/mitteilungen");
    Waiting.untilTrue(
        "the office's document",
        () -> {
          window.open(inbox);
          window.page().locator("main a[href^='/mitteilungen/']").first().click();
          window.page().waitForLoadState();
          return window.page().getByText("Wohnsitzbestätigung.pdf").count() > 0;
        });
    window.check();
    assertThat(window.main().innerText()).contains(reference);
    var document = window.page().locator("a[href*='/dokumente/']").first();
    assertThat(Files.readAllBytes(download(window, document).path()))
        .startsWith("%PDF".getBytes(US_ASCII));
    window.open(inbox);
    window.check();
  }

  private static Download download(Window window, com.microsoft.playwright.Locator link) {
    return window.page().waitForDownload(() -> link.click());
  }

  private void looksAtTheLog(Window window, String reference) {
    window.open(city.portal().resolve("/datenprotokoll"));
    window.check();
    assertThat(window.main().innerText()).contains(reference);
  }

  @Test
  void theKeyboardAloneSuffices() {
    try (var window = chromium.window(1280, 900, true)) {
      var keyboard = toCheckPageByKeyboard(window, "schaden-melden", 5);
      keyboard.press("form[action$='/senden'] button", "**/quittung/**");
      assertThat(window.reference()).startsWith("MK-");
    }
  }

  @Test
  void theKeyboardAloneSufficesWithAnAccountOnThePhoneToo() {
    try (var window = chromium.window(390, 844, true)) {
      var keyboard = toCheckPageByKeyboard(window, "wohnsitzbestaetigung", 3);
      keyboard.press("main a[href^='/registrieren']", "**/registrieren?**");
      var email = newAddress();
      keyboard.type("[name=given]", "Lena");
      keyboard.type("[name=family]", "Bernasconi-Oberholzer");
      keyboard.type("[name=email]", email);
      keyboard.type("[name=password]", "velo wolke tasse mond");
      keyboard.enter("**/registrieren/code");
      keyboard.type("[name=code]", new Mailbox(city.surroundings()).code(email));
      keyboard.enter("**/pruefen");
      keyboard.press("form[action$='/senden'] button", "**/bezahlen/**");
      keyboard.press("form[action$='/rechnung'] button", "**/bestaetigung");
      assertThat(window.reference()).startsWith("MK-");
    }
  }

  private Keyboard toCheckPageByKeyboard(Window window, String service, int seed) {
    window.open(city.portal().resolve("/dienste/" + service));
    var keyboard = new Keyboard(window);
    keyboard.press("form[action$='/antrag'] button", "**/antrag/**");
    var answers = SampleAnswers.of(CityForms.of(service), now(), seed);
    for (var step = 0; step < 12 && !window.path().endsWith("/pruefen"); step++) {
      keyboard.fillInAndGoOn(answers);
    }
    return keyboard;
  }

  private static String newAddress() {
    return "lena." + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
  }

  @ParameterizedTest
  @CsvSource({
    "/dienste",
    "/lebenslagen",
    "/aemter",
    "/anmelden",
    "/hilfe",
    "/datenschutz",
    "/barrierefreiheit",
    "/zahlen",
    "/zahlen/daten",
    "/quittung/pruefen",
    "/gestaltung",
    "/gibt-es-nicht"
  })
  void everyPublicPageIsWithoutBarriers(String path) {
    for (var width : new int[] {320, 1280}) {
      try (var window = chromium.window(width, 900, true)) {
        window.open(city.portal().resolve("/hilfe?sprache=en"));
        window.open(city.portal().resolve(path));
        if (!path.equals("/gibt-es-nicht")) {
          window.check();
        }
        assertThat(window.page().locator("h1").count()).isEqualTo(1);
        assertThat(window.page().locator("html").getAttribute("lang")).isEqualTo("en");
      }
    }
  }

  private static ZonedDateTime now() {
    return ZonedDateTime.now(ZoneId.of("Europe/Zurich"));
  }
}
