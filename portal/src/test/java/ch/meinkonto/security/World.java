package ch.meinkonto.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.booking.Offers;
import ch.meinkonto.calendar.Calendars;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.Calendar;
import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Offer;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.mandate.Handshake;
import ch.meinkonto.payment.Way;
import ch.meinkonto.request.NewRequest;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.SubmitOutcome;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.SoftwareAuthenticator;
import ch.meinkonto.unit.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Maya, who has one of everything that an address can name: a request, a thread with a document and
 * a question, a draft, a passkey, sessions, a connected application. And Urs, who has an account.
 */
final class World {

  /** Nobody else is called so: whoever reads this reads what is Maya's. */
  static final String MARK = "Zauggenried";

  private static final String APPLICATION = "schulportal";
  private static final String STEP = "/{step}";
  private static final int UUID_LENGTH = 36;
  private static final Pattern NAMES = Pattern.compile("\\{[^}]+}+|\\*\\*");

  private final int port = LongTime.portal().address().getPort();
  private final Resident maya = Resident.named("Maya", MARK, port);
  private final Resident elsewhere = maya.in(new Browser(port));
  private final Resident urs = Resident.named("Urs", "Frei", port);
  private final SoftwareAuthenticator device =
      SoftwareAuthenticator.at(LongTime.portal().address());
  private final Map<String, String> hers = new HashMap<>();
  private String question = "";
  private final Map<String, String> everybodys =
      Map.ofEntries(
          Map.entry("/dienste/{id}", "/dienste/umzug-melden"),
          Map.entry("/dienste/{service}", "/dienste/umzug-melden"),
          Map.entry("/dienste/{service}/angebote", "/dienste/sportkurse/angebote"),
          Map.entry("/dienste/{service}/angebote/{offer}", "/dienste/sportkurse/angebote/kurs-1"),
          Map.entry(
              "/dienste/{service}/angebote/{offer}/verlosung",
              "/dienste/wohnung-bewerben/angebote/wohnung-1/verlosung"),
          Map.entry(
              "/kalender/{service}/{language:[a-z]{2}}/{names}", "/kalender/sportkurse/de/halle-1"),
          Map.entry(
              "/services/{service}/calendars/{calendar}", "/services/sportkurse/calendars/halle-1"),
          Map.entry("/services/{service}/offers/{offer}", "/services/sportkurse/offers/kurs-1"),
          Map.entry("/konto/freischaltung/{service}", "/konto/freischaltung/mein-ewz"),
          Map.entry("/konto/freischaltungen/{service}", "/konto/freischaltungen/mein-ewz"),
          Map.entry("/aemter/{id}", "/aemter/schulamt"),
          Map.entry("/zahlen/tabelle/{table}.csv", "/zahlen/tabelle/konten.csv"),
          Map.entry("/{year:20[0-9]{2}}.", "/" + yearWithNumbers() + "."),
          Map.entry("/gestaltung/muster/{pattern}", "/gestaltung/muster/start"),
          Map.entry("/schemas/{service}/{version}.json", "/schemas/umzug-melden/1.json"),
          Map.entry(
              "/contract/v1/{folder:schemas|examples|conformance}/{name:[a-z0-9-]+}.json",
              "/contract/v1/schemas/envelope.json"),
          Map.entry("/contract/v1/{name:openapi|asyncapi}.yaml", "/contract/v1/asyncapi.yaml"),
          Map.entry("/assets/{version}/**", "/assets/css/site.css"),
          Map.entry("/assets/**", "/assets/css/site.css"),
          Map.entry("/actuator/health/**", "/actuator/health/liveness"),
          Map.entry("/webjars/**", "/webjars/x.js"),
          Map.entry("/access/anfragen/{id}", "/access/anfragen/" + UUID.randomUUID()),
          Map.entry("{provider}", "bundes-login"),
          Map.entry("/sso/oeffnen/{id}", "/sso/oeffnen/steuerkonto"),
          Map.entry("/**", "/gibt-es-nicht"),
          Map.entry("/contract/v1/deliveries/{id}", "/contract/v1/deliveries/" + UUID.randomUUID()),
          Map.entry("/betrieb/aemter/{id}", "/betrieb/aemter/schulamt"),
          Map.entry(
              "/betrieb/uebermittlungen/{id}", "/betrieb/uebermittlungen/" + UUID.randomUUID()),
          Map.entry("/betrieb/anmeldungen/{id}", "/betrieb/anmeldungen/" + UUID.randomUUID()),
          Map.entry("/betrieb/stoerungen/{id}", "/betrieb/stoerungen/" + UUID.randomUUID()),
          Map.entry("/betrieb/andrang/{id}", "/betrieb/andrang/" + UUID.randomUUID()),
          Map.entry("/betrieb/zahlungen/{id}", "/betrieb/zahlungen/" + UUID.randomUUID()),
          Map.entry("/betrieb/vorschlaege/{id}", "/betrieb/vorschlaege/" + UUID.randomUUID()),
          Map.entry("/parts/{name}", "/parts/data"),
          Map.entry("/quittung/{id}", "/quittung/" + UUID.randomUUID()));

  World() {
    maya.register(new Mailbox());
    urs.register(new Mailbox());
    elsewhere.logIn();
    LongTime.run("trust-sequence");
    learn("/lebenslagen/{id}", "/lebenslagen", "/lebenslagen/([a-z0-9-]+)");
    offer();
    request();
    payments();
    draft();
    application();
    mandate();
    passkey();
    phone();
    outsideLogin();
    learn("/konto/geraete/{reference}", "/konto/geraete", "/geraete/([^/]+)/abm");
    learn("/datenprotokoll/{id}", "/datenprotokoll", "/datenprotokoll/([^/]+)/n");
  }

  /** A month is over in which something happened: so there are numbers, and files of its year. */
  private static String yearWithNumbers() {
    LongTime.maya();
    LongTime.tick(Duration.ofDays(35), "statistics-publish");
    var today = LocalDate.ofInstant(LongTime.clock().instant(), ZoneOffset.UTC);
    return Integer.toString(YearMonth.from(today.minusDays(1)).minusMonths(1).getYear());
  }

  private static void offer() {
    var course =
        new Offer(
            Map.of("de", "Seepferdchen"),
            null,
            null,
            null,
            null,
            LongTime.clock().instant().plus(Duration.ofDays(30)),
            null,
            5,
            null,
            null,
            null,
            null,
            Map.of("mindestalter", 5, "hoechstalter", 8));
    var offers = LongTime.bean(Offers.class);
    offers.publish(new UnitId("sportamt"), "sportkurse", "kurs-1", course);
    var flat =
        new Offer(
            Map.of("de", "Beispielstrasse 12"),
            null,
            null,
            null,
            null,
            null,
            null,
            30,
            null,
            null,
            LongTime.clock().instant().plus(Duration.ofDays(30)),
            null,
            Map.of("zimmer", 3.5, "miete", 1480, "personen", 2, "einkommen", 100_000));
    offers.publish(
        new UnitId("liegenschaften-stadt-zuerich"), "wohnung-bewerben", "wohnung-1", flat);
    LongTime.bean(Calendars.class)
        .publish(
            new UnitId("sportamt"),
            "sportkurse",
            "halle-1",
            new Calendar(Map.of("de", "Halle"), List.of()));
  }

  /** Maya is to pay something, has paid something, and has an invoice. */
  private void payments() {
    hers.put("/bezahlen/{id}", payment("open"));
    hers.put("/bezahlen/{id}/quittung", payment("paid"));
    hers.put("/bezahlen/{id}/zurueck", atProvider(payment("open")));
    hers.put("/bezahlen/{id}/rechnung.pdf", payment("invoiced"));
  }

  private String payment(String state) {
    var due = new NewRequest.Due(BigDecimal.TEN, Set.of(Way.ONLINE, Way.INVOICE));
    if (!(LongTime.bean(Requests.class).submit(asked(due))
        instanceof SubmitOutcome.Unpaid(var _, var payment))) {
      throw new AssertionError("nothing to pay");
    }
    LongTime.bean(JdbcClient.class)
        .sql(
            """
            UPDATE payment SET state = :state, expires_at = now() + interval '90 years',
              way = CASE :state WHEN 'paid' THEN 'online' WHEN 'invoiced' THEN 'invoice' END
            WHERE id = :id
            """)
        .param("state", state)
        .param("id", payment.id().value())
        .update();
    return payment.id().toString();
  }

  private static String atProvider(String payment) {
    LongTime.bean(JdbcClient.class)
        .sql(
            """
            INSERT INTO payment_attempt (id, payment_id, state, state_since)
            VALUES (gen_random_uuid(), :payment::uuid, 'begun', now())
            """)
        .param("payment", payment)
        .update();
    return payment;
  }

  private NewRequest asked(NewRequest.@Nullable Due due) {
    return new NewRequest(
        UUID.randomUUID(),
        new ServiceId("umzug-melden"),
        1,
        new UnitId("amt-1"),
        account(),
        Assurance.LOGIN,
        Locale.GERMAN,
        "{}".getBytes(UTF_8),
        null,
        List.of(),
        List.of(),
        due);
  }

  private void request() {
    var sent = sent(LongTime.bean(Requests.class).submit(asked(null)));
    hers.put("/antraege/{id}", sent.id().toString());
    try (var office = LongTime.office()) {
      await()
          .until(
              () -> office.receiveOnce(_ -> Outcome.accepted(), 10, Duration.ZERO).accepted() > 0);
      office.cases().ask(sent.id(), "Seit wann, Frau " + MARK + "?");
      office.cases().ask(sent.id(), "Noch etwas, Frau " + MARK + "?", askedFields());
      office.cases().message(sent.id(), "Danke.", Document.of("a.pdf", "application/pdf", pdf()));
    }
    learn("/mitteilungen/{id}", "/mitteilungen", "/mitteilungen/([0-9a-f-]{36})");
    var thread = fill("/mitteilungen/{id}");
    delivery(sent.id(), thread, "/zustellung/{letter}/nachweis.pdf");
    var opened = fill("/mitteilungen/{id}/zustellung/{letter}/nachweis.pdf");
    var path = opened.substring(0, opened.lastIndexOf('/'));
    maya.browser().submit(path, Map.of());
    delivery(sent.id(), thread, "/zustellung/{letter}");
    learn("/antwort/{question}", thread, "/antwort/([0-9a-f-]{36})\"");
    learn("/dokumente/{document}", thread, "/dokumente/([^\"?#]+)");
    question = found("name=\"frage\" value=\"([^\"]+)\"", maya.browser().get(thread).body());
  }

  private static JsonNode askedFields() {
    return Json.mapper().readTree("[{\"id\":\"seit\",\"type\":\"text\",\"label\":\"Seit wann?\"}]");
  }

  /** Something that has to be opened. */
  private void delivery(RequestId request, String thread, String place) {
    try (var office = LongTime.office()) {
      office.cases().deliver(request, Formal.of(Formal.Kind.DECISION), MARK);
    }
    learn(place, thread, "href=\"[^\"]+/zustellung/([0-9a-f-]{36})\"");
  }

  private AccountId account() {
    return LongTime.bean(Accounts.class)
        .byEmail(EmailAddress.parse(maya.email()).orElseThrow())
        .orElseThrow();
  }

  private static RequestEnvelope sent(SubmitOutcome outcome) {
    return switch (outcome) {
      case SubmitOutcome.Received(var envelope) -> envelope;
      case SubmitOutcome.Unpaid unpaid -> throw new AssertionError("it costs something");
      case SubmitOutcome.NoPlace(var why) -> throw new AssertionError(why);
      case SubmitOutcome.UnitCannotReceive() -> throw new AssertionError("no key");
    };
  }

  private static byte[] pdf() {
    return ("%PDF-1.4 " + MARK).getBytes(UTF_8);
  }

  private void draft() {
    var begun =
        maya.browser().submit("/dienste/umzug-melden", "/dienste/umzug-melden/antrag", Map.of());
    var parts = begun.location().split("/", -1);
    hers.put("/antrag/{id}", parts[2]);
    hers.put(STEP, parts[3]);
  }

  private void application() {
    var request =
        "/sso/authorize?response_type=code&scope=openid%20profile&state=s&client_id="
            + APPLICATION
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A4711%2Fanwendungen%2Fschulportal%2Fzurueck"
            + "&code_challenge_method=S256&code_challenge="
            + "A".repeat(43);
    var answer = maya.browser().get(request);
    while (answer.location().startsWith("/")) {
      answer = maya.browser().get(answer.location());
    }
    maya.browser()
        .post(
            "/sso/zustimmung",
            found("name=\"_csrf\" value=\"([^\"]+)\"", answer.body()),
            Map.of(
                "client_id",
                APPLICATION,
                "request_uri",
                found("name=\"request_uri\" value=\"([^\"]+)\"", answer.body()),
                "decision",
                "yes"));
    hers.put("/konto/anwendungen/{client}", APPLICATION);
  }

  /** Reto has typed in her code; she has not confirmed that it was he. */
  private void mandate() {
    var reto = Resident.named("Reto", "Helfer", port);
    reto.register(new Mailbox());
    var nextWeek = LocalDate.ofInstant(LongTime.clock().instant(), ZoneOffset.UTC).plusDays(7);
    var mandate =
        Handshake.accepted(maya.browser(), reto.browser(), "umzug-melden", nextWeek).toString();
    hers.put("/konto/vollmachten/{id}", mandate);
    hers.put("/konto/vollmachten/neu/{id}", mandate);
  }

  private void passkey() {
    var list = "/konto/passkeys";
    var token = maya.browser().token(list);
    var options = maya.browser().post(list + "/optionen", token, Map.of()).body();
    maya.browser().post(list, token, Map.of("answer", device.make(options), "name", MARK));
    learn("/konto/passkeys/{id}", list, "/passkeys/([0-9a-f-]{36})/name");
  }

  /** Connected as one connects it: the code from her computer, a key, and her yes. */
  private void phone() {
    var list = "/konto/access";
    maya.browser().post(list + "/neu", maya.browser().token(list), Map.of());
    var code =
        found("class=\"secret\">((?:[0-9A-Z]{4} ?){4})<", maya.browser().get(list + "/neu").body());
    var app = new Browser(port);
    var token = app.token("/access/verbinden");
    var options = app.post("/access/verbinden/optionen", token, Map.of("code", code)).body();
    var key = SoftwareAuthenticator.at(LongTime.portal().address()).make(options);
    app.post("/access/verbinden", token, Map.of("code", code, "name", MARK, "answer", key));
    maya.browser().post(list + "/neu/ja", maya.browser().token(list + "/neu"), Map.of());
    learn("/konto/access/{id}", list, "/access/([0-9a-f-]{36})/entfernen");
  }

  /** As if a provider had said who she is. */
  private void outsideLogin() {
    var id = UUID.randomUUID();
    LongTime.bean(JdbcClient.class)
        .sql(
            """
            INSERT INTO federation_link (id, account_id, provider, subject, strong, created_at)
            VALUES (?, ?, 'bundes-login', ?, false, now())
            """)
        .params(id, account().value(), id.toString().getBytes(UTF_8))
        .update();
    hers.put("/konto/logins/{id}", id.toString());
  }

  private void learn(String place, String page, String pattern) {
    hers.put(place, found(pattern, maya.browser().get(page).body()));
  }

  private static String found(String pattern, String page) {
    var found = Pattern.compile(pattern).matcher(page);
    if (!found.find()) {
      throw new AssertionError("Nothing like " + pattern + " on the page:\n" + page);
    }
    return found.group(1);
  }

  /** An address with what is Maya's, or everybody's, in the place of the names. */
  String fill(String pattern) {
    var path = filled(pattern, hers);
    if (NAMES.matcher(path).find()) {
      throw new AssertionError("World knows nothing to put into " + pattern + ": teach it.");
    }
    return path;
  }

  /** The same with what is nobody's where something of Maya's was. */
  String fillWithNobodys(String pattern) {
    var nobodys = new HashMap<>(hers);
    nobodys.replaceAll((place, value) -> place.equals(STEP) ? value : like(value));
    return filled(pattern, nobodys);
  }

  /** Of the same shape: an id, or a name. */
  private static String like(String value) {
    return value.length() == UUID_LENGTH
        ? UUID.randomUUID().toString()
        : new StringBuilder(value).reverse().toString();
  }

  private String filled(String pattern, Map<String, String> things) {
    var path = pattern;
    for (var place : longestFirst(things)) {
      path = path.replace(place, NAMES.matcher(place).replaceFirst(things.get(place)));
    }
    for (var place : longestFirst(everybodys)) {
      path = path.replace(place, everybodys.get(place));
    }
    return path;
  }

  private static List<String> longestFirst(Map<String, String> places) {
    return places.keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /** Fields with which each form has what it needs, if it is for whoever sends it. */
  Map<String, String> fields() {
    return Map.of("name", "Neu", "frage", question, "antwort", "Ab morgen.");
  }

  /** Maya, who has proved herself by her passkey. */
  Resident maya() {
    return maya;
  }

  /** Maya proves herself by her passkey once more. */
  void mayaProvesHerself() {
    var confirm = "/anmelden/bestaetigen/passkey";
    var options = maya.browser().get(confirm + "/optionen").body();
    var token = maya.browser().token("/konto/name");
    maya.browser().post(confirm, token, Map.of("answer", device.answer(options)));
  }

  /** Urs gives his password once more. */
  void ursProvesHimself() {
    urs.browser().submit("/anmelden/bestaetigen", Map.of("password", urs.password()));
  }

  /** Urs, with nothing but his password. */
  Resident urs() {
    return urs;
  }

  /** Maya in another browser, where she gave her password only. */
  Browser mayaByPassword() {
    var elsewhere = maya.in(new Browser(port));
    elsewhere.logIn();
    return elsewhere.browser();
  }

  /** A browser in which nobody is logged in. */
  Browser nobody() {
    return new Browser(port);
  }

  /** Whether this tells something of Maya, or what only she may know. */
  boolean tellsOfMaya(Browser.Answer answer) {
    return answer.body().contains(MARK) || answer.body().contains(maya.email());
  }

  /** What of Maya's is not there any more as it was. */
  List<String> missing() {
    mayaProvesHerself(); // or some of the pages would ask her to
    elsewhere.browser().get("/konto"); // or her other session would be over by itself
    var pages =
        Map.of(
            "/antraege",
            fill("/antraege/{id}"),
            "/mitteilungen",
            fill("/mitteilungen/{id}"),
            fill("/mitteilungen/{id}"),
            question,
            "/konto/passkeys",
            fill("/konto/passkeys/{id}"),
            "/konto/logins",
            fill("/konto/logins/{id}"),
            "/konto/geraete",
            fill("/konto/geraete/{reference}"),
            "/konto/anwendungen",
            fill("/konto/anwendungen/{client}"),
            "/konto/name",
            MARK,
            fill("/antrag/{id}/{step}"),
            "_csrf",
            "/konto/vollmachten",
            fill("/konto/vollmachten/{id}"));
    return pages.entrySet().stream()
        .filter(page -> !maya.browser().get(page.getKey()).body().contains(page.getValue()))
        .map(page -> page.getValue() + " is not on " + page.getKey() + " any more")
        .toList();
  }
}
