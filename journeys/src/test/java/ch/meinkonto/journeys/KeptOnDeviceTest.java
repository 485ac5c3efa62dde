package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Anna keeps her children’s details in her browser, and nowhere else. */
class KeptOnDeviceTest extends Journey {

  private static final String FAMILY = "Kolibriwald";
  private static final Canary NAMES = new Canary(List.of(FAMILY, "Seraphina", "Leopoldine"));

  /** What lies in the browser’s own database: names of entries, and their bytes. */
  private static final String DUMP =
      """
      async () => {
        const asked = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
        const database = await asked(indexedDB.open("mein-konto"));
        const store = database.transaction("vault").objectStore("vault");
        const [keys, values] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
        database.close();
        return values.map((value, i) => value instanceof CryptoKey
          ? `key ${value.extractable}`
          : `${keys[i]} ` + btoa(String.fromCharCode(...new Uint8Array(value.data))));
      }
      """;

  @Test
  void annasChildrenAreFilledInAndOnlyHerFormTellsOfThem() {
    try (var window = chromium.window(390, 844, true)) {
      var sent = new ArrayList<String>();
      window.page().onRequest(request -> sent.add(said(request)));
      var anna = new Entrance(city, window).openAccount();

      keeps(window, "Seraphina", "2024");
      keeps(window, "Leopoldine", "2022");
      window.page().reload();
      assertThat(kept(window)).containsText(new String[] {"Seraphina", "Leopoldine"});
      assertThat(kept(window).first()).containsText("geboren am 27. März 2024");
      window.check();
      assertThat(lying(window)).hasSize(2).contains("key false");
      assertThat(NAMES.isIn(bytes(window))).as("a name is readable on the device").isFalse();

      startsTheForm(window);
      window.press("Seraphina " + FAMILY);
      assertThat(window.page().locator("[name=kind-vorname]")).hasValue("Seraphina");
      assertThat(window.page().locator("[name='kind-geboren.month']")).hasValue("3");
      assertThat(window.page().locator(":focus")).hasText("Rückgängig");
      window.check();
      window.press("Rückgängig");
      assertThat(window.page().locator("[name=kind-vorname]")).hasValue("");
      window.press("Seraphina " + FAMILY);
      assertThat(NAMES.isIn(String.join("\n", sent).getBytes(UTF_8))).as("sent").isFalse();
      goesOn(window);
      assertThat(NAMES.isIn(String.join("\n", sent).getBytes(UTF_8))).as("sent").isTrue();

      anotherAccountSeesNothing(window);
      new Entrance(city, window).comeBackAnotherDay(anna);
      people(window);
      assertThat(kept(window)).hasCount(2);
      assertThat(NAMES.isIn(bytes(window))).isFalse();
    }
  }

  @Test
  void whomOneTypedIsKeptAtAClickOnceAndErasedAtAnother() {
    try (var window = chromium.window(1280, 900, true)) {
      new Entrance(city, window).openAccount();
      startsTheForm(window);
      var page = window.page();
      page.locator("[name=kind-vorname]").fill("Seraphina");
      page.locator("[name=kind-nachname]").fill(FAMILY);
      page.locator("[name='kind-geboren.day']").fill("27");
      page.locator("[name='kind-geboren.month']").fill("03");
      page.locator("[name='kind-geboren.year']").fill("2024");
      window.check();
      window.press("Seraphina " + FAMILY + " auf diesem Gerät merken");
      assertThat(page.locator("[data-keep] [data-said]"))
          .containsText("ist auf diesem Gerät gemerkt");
      window.check();
      goesOn(window);

      // whoever stands in one entry is not offered in the next
      page.locator("[name='eltern.0.vorname']").fill("Leopoldine");
      page.locator("[name='eltern.0.nachname']").fill(FAMILY);
      window.press("Leopoldine " + FAMILY + " auf diesem Gerät merken");
      assertThat(page.locator("[data-keep] [data-said]"))
          .containsText("ist auf diesem Gerät gemerkt");
      window.press("Zweite Person hinzufügen");
      var second = page.locator("[id='eltern.1']");
      assertThat(second.locator("[data-choices] button"))
          .hasText(new String[] {"Seraphina " + FAMILY});
      window.check();

      people(window);
      assertThat(kept(window)).hasCount(2);
      window.press("Entfernen Leopoldine " + FAMILY);
      assertThat(kept(window)).hasCount(1);
      window.press("Rückgängig");
      assertThat(kept(window)).hasCount(2);
      window.press("Von diesem Gerät löschen");
      assertThat(window.page().locator("[data-none]")).isVisible();
      assertThat(lying(window)).containsExactly("key false");

      window.press("Rückgängig");
      assertThat(kept(window)).hasCount(2);
      window.open(city.portal().resolve("/konto/schliessen"));
      page.waitForCondition(() -> isClosing(page));
      page.locator("[name=password]").fill(Entrance.PASSWORD);
      window.press("Konto endgültig schliessen");
      page.waitForURL("**/konto/geschlossen");
      page.waitForCondition(() -> !isClosing(page));
      assertThat(lying(window)).containsExactly("key false");
    }
  }

  /** Asked from outside: the page itself may not evaluate a string. */
  private static boolean isClosing(Page page) {
    return page.evaluate("sessionStorage.getItem('device-closing')") != null;
  }

  @Test
  void withoutScriptThePageSaysThatNothingCanBeKept() {
    try (var window = chromium.window(390, 844, false)) {
      new Entrance(city, window).openAccount();
      people(window);
      assertThat(window.main()).containsText("Dieser Browser kann hier nichts merken");
      assertThat(window.page().locator("main form")).isHidden();
      startsTheForm(window);
      assertThat(window.page().locator("[data-fill]")).isHidden();
    }
  }

  private void keeps(Window window, String given, String year) {
    people(window);
    var before = kept(window).count();
    var page = window.page();
    page.locator("[name=given]").fill(given);
    page.locator("[name=family]").fill(FAMILY);
    page.locator("[name='birth.day']").fill("27");
    page.locator("[name='birth.month']").fill("3");
    page.locator("[name='birth.year']").fill(year);
    window.press("Auf diesem Gerät merken");
    assertThat(kept(window)).hasCount(before + 1);
  }

  private void anotherAccountSeesNothing(Window window) {
    new Entrance(city, window).logOut();
    new Entrance(city, window).openAccount();
    people(window);
    assertThat(window.page().locator("[data-none]")).isVisible();
    assertThat(kept(window)).hasCount(0);
  }

  private void people(Window window) {
    window.open(city.portal().resolve("/konto/angaben"));
    if (window.script()) {
      window.page().waitForSelector("[data-enhance=device-people]:not([hidden])");
    }
  }

  private static Locator kept(Window window) {
    return window.page().locator("[data-list] > li");
  }

  private void startsTheForm(Window window) {
    window.open(city.portal().resolve("/dienste/kita-subvention"));
    window.press("Jetzt starten");
    window.page().waitForURL("**/kind");
  }

  private void goesOn(Window window) {
    var page = window.page();
    page.locator("[name='adresse.strasse']").fill("Langstrasse");
    page.locator("[name='adresse.hausnummer']").fill("1");
    page.locator("[name='adresse.plz']").fill("8004");
    page.locator("[name='adresse.ort']").fill("Zürich");
    page.locator("[name=kita]").fill("Kita Sonne");
    page.locator(".button-row button[name='_action'][value='next']").click();
    page.waitForURL("**/eltern**");
  }

  private static String said(Request request) {
    return request.url() + "\n" + request.postData();
  }

  @SuppressWarnings("unchecked")
  private static List<String> lying(Window window) {
    return (List<String>) window.page().evaluate(DUMP);
  }

  private static byte[] bytes(Window window) {
    return lying(window).stream()
        .filter(entry -> !entry.startsWith("key "))
        .map(entry -> Base64.getDecoder().decode(entry.substring(entry.indexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }
}
