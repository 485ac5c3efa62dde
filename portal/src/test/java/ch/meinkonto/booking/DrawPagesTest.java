package ch.meinkonto.booking;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Anna enters the draw for a flat. */
class DrawPagesTest {

  private static final String SERVICE = "/dienste/" + Flats.SERVICE;
  private static final Pattern ASKED = Pattern.compile("name=\"_asked\" value=\"([^\"]*)\"");
  private static final Pattern TICKET = Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}(?![0-9A-Z-])");
  private static final int PORT = CityOfTests.portal().address().getPort();

  private final AccountId account = Residents.register("Anna", "Nimmtteil");
  private final Browser anna = Browser.sending(PORT, HeaderLogin.HEADER, account.toString());
  private final String flat = Flats.publish(1);
  private final String page = SERVICE + "/angebote/" + flat;

  @Test
  void sheKnowsThatItIsADrawEntersAndReadsWhatCameOfIt() {
    assertThat(anna.get(SERVICE + "/angebote").body()).contains("Verlosung: teilnehmen bis ");
    assertThat(anna.get(page).body())
        .contains("Hier entscheidet das Los", "Ein Los ist noch kein Platz", "weniger als 10");
    assertThat(anna.get(page + "/verlosung").body())
        .contains("Man kann noch teilnehmen", "Fingerabdruck der geheimen Zahl");

    var draft = begins();
    assertThat(anna.get(draft + "/haushalt").body()).contains("Verlosung: Teilnehmen können Sie");
    fillsIn(draft);
    var sent = anna.submit(draft + "/pruefen", draft + "/senden", Map.of()).location();
    var confirmation = anna.get(sent).body();
    assertThat(confirmation)
        .contains("Sie nehmen an der Verlosung teil", "Ein Los ist noch kein Platz", "Ihr Los: ")
        .doesNotContain("Gebucht", "termin.ics");
    var ticket = TICKET.matcher(confirmation.substring(confirmation.indexOf("Ihr Los: ")));
    assertThat(ticket.find()).isTrue();
    assertThat(anna.get(page).body()).contains("Sie nehmen teil.", ticket.group());

    var again =
        anna.submit(SERVICE + "/angebote/" + Flats.publish(1), SERVICE + "/antrag", choice());
    assertThat(again.location()).isEqualTo(page + "?nicht=entered");
    assertThat(anna.get(again.location()).body()).contains("Jeder Haushalt hat ein Los");

    Flats.close(flat, 1);
    Flats.draw(CityOfTests.portal());
    assertThat(anna.get(page).body()).contains("Es ist gezogen");
    assertThat(anna.get(page + "/verlosung").body()).contains(ticket.group(), "Die geheime Zahl");
    assertThat(anna.get(sent).body()).contains("Ihr Los wurde gezogen");
  }

  @Test
  void whoIsNotLoggedInLogsInFirst() {
    var nobody = new Browser(PORT);
    var answer = nobody.submit(page, SERVICE + "/antrag", choice());

    assertThat(answer.location()).isEqualTo("/anmelden?weiter=" + page);
  }

  @Test
  void whereNothingIsDrawnThereIsNoSuchPage() {
    var course = Courses.publish(1);
    var draw = "/dienste/" + Courses.SERVICE + "/angebote/" + course + "/verlosung";
    assertThat(anna.get(draw).status()).isEqualTo(404);
    assertThat(anna.get(draw + ".json").status()).isEqualTo(404);
    assertThat(anna.get(SERVICE + "/angebote/gibt-es-nicht/verlosung").status()).isEqualTo(404);
  }

  private Map<String, String> choice() {
    return Map.of("angebot", flat);
  }

  private String begins() {
    var answer = anna.submit(page, SERVICE + "/antrag", choice());
    assertThat(answer.location()).matches("/antrag/[0-9a-f-]{36}/haushalt");
    return answer.location().replace("/haushalt", "");
  }

  private void fillsIn(String draft) {
    step(
        draft + "/haushalt",
        Map.of(
            "haushalt.0.vorname", "Anna",
            "haushalt.0.nachname", "Nimmtteil",
            "haushalt.0.geburtsdatum", "1990-05-01"));
    step(draft + "/einkommen", Map.of("einkommen", "bis-60"));
    step(
        draft + "/kontakt",
        Map.of(
            "adresse.strasse", "Musterstrasse",
            "adresse.hausnummer", "1",
            "adresse.plz", "8004",
            "adresse.ort", "Zürich",
            "telefon", "044 000 00 00",
            "einverstanden", "true"));
  }

  private void step(String path, Map<String, String> fields) {
    var asked = ASKED.matcher(anna.get(path).body());
    assertThat(asked.find()).as(path).isTrue();
    var all = new HashMap<>(fields);
    all.put("_asked", asked.group(1));
    var next = anna.submit(path, all).location();
    assertThat(next).as(anna.get(next).body()).doesNotContain("fehler", "weiter");
  }
}
