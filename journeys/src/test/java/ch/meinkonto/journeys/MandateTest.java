package ch.meinkonto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ch.meinkonto.form.SampleAnswers;
import com.microsoft.playwright.Locator;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Vreni, on her phone, asks Reto for help; Reto sends a form for her. Then she ends it. */
class MandateTest extends Journey {

  private static final String SERVICE = "umzug-melden";
  private static final String MANDATES = "/konto/vollmachten";

  @Test
  void vreniLetsRetoSendAFormForHer() {
    try (var phone = chromium.window(390, 844, true);
        var desk = chromium.window(1280, 900, true)) {
      new Entrance(city, phone).openAccount("Vreni", "Sieht-Schlecht");
      new Entrance(city, desk).openAccount("Reto", "Helfer");
      var code = vreniPreparesIt(phone);
      retoAccepts(desk, code);
      vreniConfirms(phone);
      var reference = retoSends(desk);

      opens(phone, "/mitteilungen");
      phone.page().locator("main .inbox a").first().click();
      assertThat(phone.main()).containsText("Eingereicht von Reto Helfer für Sie");
      assertThat(phone.main()).containsText(reference);
      phone.check();
      vreniEndsIt(phone);
      opens(desk, MANDATES);
      assertThat(desk.main()).containsText("Sie haben keine Vollmacht");
    }
  }

  private void opens(Window window, String path) {
    window.open(city.portal().resolve(path));
  }

  private String vreniPreparesIt(Window phone) {
    opens(phone, MANDATES);
    phone.check();
    phone.follow("Vollmacht geben");
    phone.check();
    phone.press("Code erhalten");
    assertThat(phone.main()).containsText("Wählen Sie mindestens eine Dienstleistung");
    phone.check();
    var box = phone.page().locator("input[value='" + SERVICE + "']");
    phone.page().locator("details").filter(containing(box)).locator("summary").click();
    box.check();
    phone.press("Code erhalten");
    phone.check();
    return phone.page().locator(".secret").innerText();
  }

  private static Locator.FilterOptions containing(Locator box) {
    return new Locator.FilterOptions().setHas(box);
  }

  private void retoAccepts(Window desk, String code) {
    opens(desk, MANDATES);
    desk.check();
    desk.follow("Code eingeben");
    desk.check();
    desk.page().locator("[name=code]").fill(code);
    desk.press("Weiter");
    assertThat(desk.main()).containsText("Vreni Sieht-Schlecht");
    desk.check();
    desk.press("Annehmen");
    assertThat(desk.main()).containsText("Die Vollmacht gilt noch nicht");
    desk.check();
  }

  private void vreniConfirms(Window phone) {
    opens(phone, MANDATES);
    phone.check();
    phone.follow("Ansehen");
    assertThat(phone.main()).containsText("Soll Reto Helfer für Sie handeln?");
    phone.check();
    phone.press("Ja, Vollmacht geben");
    assertThat(phone.main()).containsText("Vollmacht für Reto Helfer");
    phone.check();
  }

  private String retoSends(Window desk) {
    opens(desk, "/dienste/" + SERVICE);
    desk.press("Jetzt starten");
    desk.check();
    desk.page().getByLabel("Für Vreni Sieht-Schlecht").check();
    desk.press("Weiter");
    assertThat(desk.main()).containsText("Sie füllen das für Vreni Sieht-Schlecht aus");
    var form = CityForms.of(SERVICE);
    var now = ZonedDateTime.now(ZoneId.of("Europe/Zurich"));
    new WindowFilling(desk, form, SampleAnswers.of(form, now, 3)).toCheckPage();
    assertThat(desk.main()).containsText("Für Vreni Sieht-Schlecht");
    desk.check();
    desk.press("Antrag senden");
    desk.page().waitForURL("**/bestaetigung");
    assertThat(desk.main()).containsText("Eingereicht von Reto Helfer für Vreni Sieht-Schlecht");
    desk.check();
    return desk.reference();
  }

  private void vreniEndsIt(Window phone) {
    opens(phone, MANDATES);
    phone.page().getByText("Vollmacht beenden").first().click();
    phone.check();
    phone.press("Jetzt beenden");
    assertThat(phone.main()).containsText("Die Vollmacht ist beendet");
  }
}
