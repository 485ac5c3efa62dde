package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.journeys.PlainBrowser.Entry;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The power company wants to know for sure who looks at a meter: it sends a code by letter. */
class ActivationTest extends Journey {

  private static final String SERVICE = "/dienste/mein-ewz";
  private static final String PAGE = "/konto/freischaltung/mein-ewz";
  private static final String OWN = "/konto/freischaltungen";

  @Test
  void annaOrdersALetterTypesInItsCodeAndIsInTheApplication() throws IOException {
    try (var window = chromium.window(390, 844, true)) {
      window.open(city.portal().resolve("/registrieren"));
      new Entrance(city, window).register();
      window.page().waitForURL("**/konto**");
      window.open(city.portal().resolve(SERVICE));
      assertThat(window.main()).containsText("Sie brauchen einmal einen Code");
      window.check();
      window.follow("Anmelden und öffnen");
      window.page().waitForURL("**" + PAGE + "?weiter=**");
      window.check();

      var code = letterbox("Anna Bernasconi-Oberholzer").codeAfter(() -> ordersALetter(window));
      typesIn(window, "AAAA-AAAA");
      assertThat(window.main()).containsText("Sie können es noch 4 Mal versuchen");
      window.check();
      darkAndWide(window);

      typesIn(window, code.toLowerCase(java.util.Locale.ROOT));
      window.page().waitForURL("**/sso/authorize**");
      window.press("Einverstanden");
      window.page().waitForURL(city.surroundings() + "/anwendungen/energiecockpit/");
      assertThat(window.page().locator("body")).containsText("Guten Tag, Anna");

      endsIt(window);
    }
  }

  private static void ordersALetter(Window window) {
    window.follow("Brief mit Code bestellen");
    window.page().waitForURL("**" + PAGE + "/brief**");
    window.check();
    window.page().locator("main [name=angabe-kundennummer]").fill("4711 0815");
    window.press("Brief bestellen");
    window.page().waitForURL("**" + PAGE + "?weiter=**");
    assertThat(window.main()).containsText("Brief");
  }

  /** The page waits, and goes on by itself. */
  private static void typesIn(Window window, String code) {
    window.page().locator("main [name=code]").fill(code);
    window.press("Freischalten");
    window.page().locator("h1:not(:has-text('Einen Moment'))").waitFor();
  }

  private static void darkAndWide(Window window) {
    window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    window.page().setViewportSize(1280, 900);
    window.check();
    window.page().setViewportSize(390, 844);
  }

  private void endsIt(Window window) {
    window.open(city.portal().resolve(OWN));
    assertThat(window.main()).containsText("Mein ewz");
    window.page().locator("main summary").click();
    window.check();
    window.press("Freischaltung aufheben Mein ewz");
    assertThat(window.main()).containsText("Die Freischaltung ist aufgehoben");
    window.open(city.portal().resolve(SERVICE));
    window.follow("Anmelden und öffnen");
    window.page().waitForURL("**" + PAGE + "?weiter=**");
  }

  @Test
  void withoutScriptItIsTheSame() throws IOException {
    try (var browser = new PlainBrowser(city.portal())) {
      new Resident("Vreni", "Zählerin", "vreni.z@example.org", "velo wolke tasse zug", browser)
          .register(new Mailbox(city.surroundings()));
      browser.open(PAGE + "?weiter=%2Fhilfe").follow("Brief mit Code bestellen");
      var code = letterbox("Vreni Zählerin").codeAfter(() -> order(browser));
      assertThat(browser.path()).isEqualTo(PAGE);

      browser.submit("[name=code]", List.of(new Entry("code", "FALSCH")));
      waits(browser);
      assertThat(browser.page().text()).contains("Der Code stimmt nicht");
      browser.submit("[name=code]", List.of(new Entry("code", code)));
      waits(browser);
      assertThat(browser.path()).isEqualTo("/hilfe");

      browser.open(OWN);
      browser.submit("form[action$=/aufheben]", List.of());
      assertThat(browser.page().text()).contains("Die Freischaltung ist aufgehoben");
      browser.open("/datenprotokoll");
      assertThat(browser.page().text())
          .contains("ewz hat Ihr Konto für «Mein ewz» freigeschaltet.")
          .contains("ewz hat einen Code für «Mein ewz» nicht angenommen.")
          .contains("Sie haben die Freischaltung für «Mein ewz» aufgehoben.");
    }
  }

  /** What the browser does by itself, as the page tells it. */
  private static void waits(PlainBrowser browser) {
    Waiting.untilTrue(
        "an answer",
        () -> {
          var again = browser.page().select("main noscript a, noscript a[href]").first();
          if (!browser.page().text().contains("Einen Moment")) {
            return true;
          }
          assertThat(browser.page().select("meta[http-equiv=refresh]")).isNotEmpty();
          browser.open(java.util.Objects.requireNonNull(again).attr("href"));
          return !browser.page().text().contains("Einen Moment");
        });
  }

  @Test
  void theLetterLiesInTheDemosLetterbox() throws IOException {
    try (var browser = new PlainBrowser(city.portal())) {
      new Resident("Ida", "Leuchter", "ida.l@example.org", "velo wolke tasse see", browser)
          .register(new Mailbox(city.surroundings()));
      browser.open(PAGE + "/brief");
      var code = letterbox("Ida Leuchter").codeAfter(() -> order(browser));
      try (var window = chromium.window(1280, 900, false)) {
        window.open(city.surroundings());
        window.follow("Briefkasten");
        assertThat(window.main()).containsText("Ida Leuchter");
        assertThat(window.main()).containsText(code);
      }
    }
  }

  private static void order(PlainBrowser browser) {
    try {
      browser.submit(
          "[name=angabe-kundennummer]", List.of(new Entry("angabe-kundennummer", "12345678")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Letterbox letterbox(String name) {
    return new Letterbox(city.surroundings(), name);
  }
}
