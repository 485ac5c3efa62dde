package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What script adds: suggestions while one types, files that travel, and what may go wrong there.
 */
class WithScriptTest extends Journey {

  @Test
  void theArrowKeysChooseASuggestionAndEnterOpensIt() {
    try (var window = chromium.window(1280, 900, true)) {
      window.open(city.portal());
      new Keyboard(window).tabTo("main input[name=q]");
      var search = window.page().locator("main input[name=q]");
      search.pressSequentially("umzug");
      var first = window.page().locator("[role=option]").first();
      assertThat(first).containsText("Umzug melden");
      assertThat(search).hasAttribute("aria-expanded", "true");
      window.check();

      search.press("ArrowDown");
      assertThat(first).hasAttribute("aria-selected", "true");
      assertThat(search).hasAttribute("aria-activedescendant", first.getAttribute("id"));
      assertThat(search).isFocused();
      window.check();
      search.press("Enter");

      window.page().waitForURL("**/dienste/umzug-melden");
    }
  }

  @Test
  void escapeClosesTheSuggestionsAndEnterThenSearches() {
    try (var window = chromium.window(390, 844, true)) {
      window.open(city.portal());
      var search = window.page().locator("main input[name=q]");
      search.pressSequentially("umzug");
      assertThat(window.page().getByRole(AriaRole.LISTBOX)).isVisible();
      search.press("ArrowDown");
      search.press("Escape");
      assertThat(search).hasAttribute("aria-expanded", "false");
      assertThat(search).hasValue("umzug");
      search.press("Enter");
      window.page().waitForURL("**/suche?q=umzug");
    }
  }

  @Test
  void aFileIsSeenTravellingIsListedAndCanBeTakenAway() {
    try (var window = chromium.window(390, 844, true)) {
      toThePhoto(window);
      var page = window.page();
      var held = new CompletableFuture<Route>();
      page.route(
          "**/foto**",
          route -> {
            if (!route.request().method().equals("POST") || !held.complete(route)) {
              route.resume();
            }
          });

      choose(page.locator("input[type=file]"), "laterne.png");
      assertThat(page.locator("progress")).isVisible();
      window.check();
      page.waitForCondition(held::isDone);
      held.join().resume();

      assertThat(page.locator(".file-name")).containsText("laterne.png");
      window.check();
      page.locator("[value^='remove-file:']").click();
      assertThat(page.locator(".file-name")).hasCount(0);
      window.check();
    }
  }

  @Test
  void aFileThatWasDroppedIsTakenLikeOneThatWasChosen() {
    try (var window = chromium.window(1280, 900, true)) {
      toThePhoto(window);
      var page = window.page();
      var files =
          page.evaluateHandle(
              """
              () => {
                const files = new DataTransfer();
                const image = document.createElement("canvas").toDataURL("image/png");
                const bytes = Uint8Array.from(atob(image.split(",")[1]), (c) => c.charCodeAt(0));
                files.items.add(new File([bytes], "laterne.png", { type: "image/png" }));
                return files;
              }
              """);
      page.dispatchEvent(".upload", "drop", Map.of("dataTransfer", files));
      assertThat(page.locator(".file-name")).containsText("laterne.png");
    }
  }

  @Test
  void aLostConnectionLosesNothing() {
    try (var window = chromium.window(390, 844, true)) {
      start(window);
      var page = window.page();
      var state = page.locator("[data-form-state]");
      page.context().setOffline(true);
      page.locator("[name=beschreibung]").fill("Die Lampe flackert.");
      assertThat(state).containsText("Nicht gespeichert");
      window.press("Weiter");
      assertThat(state).containsText("Ihre Angaben sind noch da");
      assertThat(page.locator("[name=beschreibung]")).hasValue("Die Lampe flackert.");

      page.context().setOffline(false);
      assertThat(state).hasText("Gespeichert");
      page.reload();
      assertThat(page.locator("[name=beschreibung]")).hasValue("Die Lampe flackert.");
    }
  }

  @Test
  void whatThePortalDoesNotTakeIsSaidAndStaysOnThePage() {
    try (var window = chromium.window(390, 844, true)) {
      start(window);
      var page = window.page();
      page.route("**/antrag/**", WithScriptTest::refusePosts);
      page.locator("[name=beschreibung]").fill("Die Lampe flackert.");
      assertThat(page.locator("[data-form-state]")).containsText("Nicht gespeichert");
      assertThat(page.locator("[name=beschreibung]")).hasValue("Die Lampe flackert.");

      page.unroute("**/antrag/**");
      window.press("Weiter");
      assertThat(page.locator("[name=beschreibung]")).hasValue("Die Lampe flackert.");
      page.reload();
      assertThat(page.locator("[name=beschreibung]")).hasValue("Die Lampe flackert.");
    }
  }

  @Test
  void whoLeftAPageOpenTooLongGoesOnTypingWithoutNoticing() {
    try (var window = chromium.window(390, 844, true)) {
      start(window);
      var page = window.page();
      page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("mk-csrf"));
      page.locator("[name=beschreibung]").fill("Die Lampe flackert.");
      assertThat(page.locator("[data-form-state]")).hasText("Gespeichert");
      window.press("Weiter");
      assertThat(page.locator(".error-summary")).isVisible();
      assertThat(page.locator("[name=beschreibung]")).hasValue("Die Lampe flackert.");
    }
  }

  @Test
  void aFileThatIsLostOnTheWayIsNamedAndCanBeSentAgain() {
    try (var window = chromium.window(390, 844, true)) {
      toThePhoto(window);
      var page = window.page();
      var said = page.locator("[data-said]");
      page.route("**/foto/dateien**", Route::abort);
      choose(page.locator("input[type=file]"), "laterne.png");
      assertThat(said).containsText("«laterne.png» ist nicht angekommen");
      assertThat(page.locator("progress")).isHidden();

      page.unroute("**/foto/dateien**");
      page.route("**/foto/dateien**", WithScriptTest::refusePosts);
      choose(page.locator("input[type=file]"), "laterne.png");
      assertThat(said).containsText("«laterne.png» konnten wir nicht annehmen");

      page.unroute("**/foto/dateien**");
      choose(page.locator("input[type=file]"), "laterne.png");
      assertThat(page.locator(".file-name")).containsText("laterne.png");
      window.follow("Zurück");
      assertThat(page.locator("[name=strasse]")).hasValue("Langstrasse");
    }
  }

  @Test
  void aFileThatIsTooLargeIsNamedBeforeItTravels() {
    try (var window = chromium.window(390, 844, true)) {
      toThePhoto(window);
      var page = window.page();
      var large = new byte[10 * 1024 * 1024 + 1];
      page.locator("input[type=file]")
          .setInputFiles(new FilePayload("ferien.png", "image/png", large));
      assertThat(page.locator("[data-said]"))
          .containsText("«ferien.png» ist zu gross. Erlaubt sind höchstens 10 MB.");
      window.check();
    }
  }

  @Test
  void theButtonForFilesSpeaksThePagesLanguageAndShowsTheFocus() {
    try (var window = chromium.window(390, 844, true)) {
      toThePhoto(window);
      var page = window.page();
      new Keyboard(window).tabTo("input[type=file]");
      var button = page.locator("label.upload-choose");
      assertThat(button).hasText("Dateien wählen");
      assertThat(button).hasCSS("outline-style", "solid");
    }
  }

  private static void refusePosts(Route route) {
    if (route.request().method().equals("POST")) {
      route.fulfill(new Route.FulfillOptions().setStatus(400));
    } else {
      route.resume();
    }
  }

  private void start(Window window) {
    window.open(city.portal().resolve("/dienste/schaden-melden"));
    window.press("Jetzt starten");
    window.page().waitForURL("**/antrag/**");
  }

  private void toThePhoto(Window window) {
    start(window);
    var page = window.page();
    page.locator("[name=art][value=licht]").check();
    page.locator("[name=beschreibung]").fill("Die Lampe flackert.");
    page.locator("[name=gefahr][value=false]").check();
    window.press("Weiter");
    page.waitForURL("**/ort");
    page.locator("[name=ort-art][value=adresse]").check();
    page.locator("[name=strasse]").fill("Langstrasse");
    page.locator("[name=hausnummer]").fill("1");
    window.press("Weiter");
    page.waitForURL(Pattern.compile(".*/foto.*"));
  }

  private static void choose(Locator input, String name) {
    input.setInputFiles(new FilePayload(name, "image/png", TestFiles.png("laterne")));
  }
}
