package ch.meinkonto.connector.worklist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.connector.ConnectorRun;
import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.SmallPortal;
import ch.meinkonto.connector.worklist.clerk.Badge;
import ch.meinkonto.connector.worklist.clerk.Role;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Metadata;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clerks can do with the pages, and what nobody can. */
class PagesTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String ARCHIVE = "archiv";

  @TempDir private Path root;
  private ConnectorRun run;
  private Path clerks;
  private StoreReader store;

  @BeforeEach
  void start() throws IOException {
    run =
        ConnectorRun.start(
            root,
            """
            units:
              fundbuero:
                channel: worklist
                name: Fundbüro
              archiv:
                channel: worklist
            """);
    clerks = root.resolve("data/connector/clerks");
    store = StoreReader.of(root.resolve("data"), Samples.UNIT);
  }

  @AfterEach
  void stop() {
    run.close();
  }

  private Badge badge(String login, Role role) {
    return Badge.of(clerks, Samples.UNIT, login, login.toUpperCase(Locale.ROOT), role);
  }

  private Browser loggedIn(String login, Role role) {
    return Browser.of(run.worklistPort(), badge(login, role));
  }

  private Browser stranger() {
    return new Browser(run.worklistPort());
  }

  private String bring(ReceivedRequest request) {
    run.portal().offer(request);
    await().atMost(SOON).until(run.portal()::isEmpty);
    return "/faelle/" + request.requestId();
  }

  private String bring() {
    return bring(Samples.lostUmbrella());
  }

  private static HttpResponse<String> take(Browser clerk, String path) {
    return clerk.post(path + "/uebernehmen", Map.of(), clerk.get(path));
  }

  private static Map<String, String> words(String text) {
    return Map.of("text", text, "wort", UUID.randomUUID().toString());
  }

  private static HttpResponse<String> ask(Browser clerk, String path, String text) {
    return clerk.post(path + "/frage", words(text), clerk.get(path));
  }

  @Test
  void letsNobodyInWithoutTheSecondFactor() {
    Badge anna = badge("anna", Role.CLERK);
    try (Browser browser = stranger()) {
      assertThat(browser.get("/").uri().getPath()).isEqualTo("/anmelden");
      HttpResponse<String> halfway = browser.password(anna.login(), anna.password());
      assertThat(halfway.uri().getPath()).isEqualTo("/anmelden/code");
      assertThat(browser.get("/").uri().getPath()).isEqualTo("/anmelden");
      HttpResponse<String> wrong =
          browser.post("/anmelden/code", Map.of("code", "000000"), browser.get("/anmelden/code"));
      assertThat(wrong.statusCode()).isEqualTo(422);
      assertThat(browser.get("/").uri().getPath()).isEqualTo("/anmelden");
    }
  }

  @Test
  void takesEachCodeOnce() {
    Badge anna = badge("anna", Role.CLERK);
    String code = anna.code();
    try (Browser first = stranger();
        Browser second = stranger()) {
      for (Browser one : new Browser[] {first, second}) {
        one.password(anna.login(), anna.password());
        one.post("/anmelden/code", Map.of("code", code), one.get("/anmelden/code"));
      }
      assertThat(first.get("/").statusCode()).isEqualTo(200);
      assertThat(first.get("/").uri().getPath()).isEqualTo("/");
      assertThat(second.get("/").uri().getPath()).isEqualTo("/anmelden");
    }
  }

  @Test
  void beginsWithAStartCodeAndOnlyOnce() {
    String code = Badge.begin(clerks, Samples.UNIT, "neu", Role.CLERK);
    try (Browser browser = stranger()) {
      HttpResponse<String> page = browser.get("/einrichten");
      page =
          browser.post(
              "/einrichten",
              Map.of("name", "neu", "startcode", code.toLowerCase(Locale.ROOT)),
              page);
      assertThat(page.uri().getPath()).isEqualTo("/einrichten/app");
      String letters = page.body().replaceAll("(?s).*<code class=\"key\">([^<]+)</code>.*", "$1");
      Map<String, String> fields =
          Map.of(
              "passwort",
              "vier Enten am See",
              "nochmals",
              "vier Enten am See",
              "code",
              Letters.code(letters));
      assertThat(
              browser
                  .post(
                      "/einrichten/app",
                      Map.of("passwort", "kurz", "nochmals", "kurz", "code", "1"),
                      page)
                  .statusCode())
          .isEqualTo(422);
      HttpResponse<String> end = browser.post("/einrichten/app", fields, page);
      assertThat(end.uri().getPath()).isEqualTo("/");
      assertThat(end.body()).contains("Noch kein Fall");
    }
    try (Browser thief = stranger()) {
      HttpResponse<String> again =
          thief.post(
              "/einrichten", Map.of("name", "neu", "startcode", code), thief.get("/einrichten"));
      assertThat(again.statusCode()).isEqualTo(422);
    }
  }

  @Test
  void aStrangerLocksNobodyOut() {
    Badge anna = badge("anna", Role.CLERK);
    try (Browser hers = Browser.of(run.worklistPort(), anna);
        Browser stranger = stranger()) {
      hers.post("/abmelden", Map.of(), hers.get("/"));
      HttpResponse<String> last = stranger.password(anna.login(), "geraten");
      for (int i = 0; i < 10; i++) {
        last = stranger.password(anna.login(), "geraten");
      }
      assertThat(last.statusCode()).isEqualTo(429);
      assertThat(stranger.password(anna.login(), anna.password()).statusCode()).isEqualTo(429);
      assertThat(hers.password(anna.login(), anna.password()).uri().getPath())
          .isEqualTo("/anmelden/code");
    }
  }

  @Test
  void endsTheSessionOfWhoIsLocked() {
    try (Browser anna = loggedIn("anna", Role.CLERK)) {
      assertThat(anna.get("/").uri().getPath()).isEqualTo("/");
      Badge.lock(clerks, "anna");
      assertThat(anna.get("/").uri().getPath()).isEqualTo("/anmelden");
    }
  }

  @Test
  void showsWhatWasSentWithoutDoingWhatItSays() {
    String evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    ReceivedRequest request = Samples.lostUmbrella();
    ReceivedRequest nasty =
        Samples.request(
            request.envelope(),
            Map.of("sache", evil, evil, "x"),
            Samples.attachment(evil + ".html", "<script>alert(1)</script>".getBytes(UTF_8)));
    String path = bring(nasty);
    try (Browser anna = loggedIn("anna", Role.CLERK)) {
      HttpResponse<String> page = anna.get(path);
      assertThat(page.body()).contains("&lt;script").doesNotContain("<script", "<img");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");

      for (String how : new String[] {"", "?ansehen=1"}) {
        HttpResponse<String> file = anna.get(path + "/" + request.id() + "/datei/0" + how);
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
            .contains("sandbox");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
            .doesNotContain("\"><", "\n");
      }
    }
  }

  @Test
  void savesWhatABrowserCouldRun() {
    ReceivedRequest request = Samples.lostUmbrella();
    ReceivedRequest nasty =
        new ReceivedRequest(
            new Metadata(
                request.envelope(),
                null,
                null,
                List.of(
                    new Metadata.Attachment("attachment-1", "seite.html", "text/html", 5, null)),
                null),
            request.answers(),
            List.of(
                new ReceivedAttachment(
                    new Metadata.Attachment("attachment-1", "seite.html", "text/html", 5, null),
                    "<b>x".getBytes(UTF_8))),
            "receipt",
            1);
    String path = bring(nasty);
    try (Browser anna = loggedIn("anna", Role.CLERK)) {
      HttpResponse<String> file = anna.get(path + "/" + request.id() + "/datei/0?ansehen=1");
      assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
      assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
          .startsWith("attachment");
    }
  }

  @Test
  void tellsNothingOfAnotherUnitsCase() {
    ReceivedRequest request = Samples.lostUmbrella();
    String path = bring(request);
    try (Browser other =
        Browser.of(run.worklistPort(), Badge.of(clerks, ARCHIVE, "fritz", "Fritz", Role.HEAD))) {
      assertThat(other.get("/").body()).doesNotContain(request.envelope().reference().value());
      for (String part :
          new String[] {
            "",
            "/protokoll",
            "/akte.zip",
            "/" + request.id() + "/antrag.pdf",
            "/" + request.id() + "/datei/0"
          }) {
        assertThat(other.get(path + part).statusCode()).as(part).isEqualTo(404);
      }
      assertThat(other.post(path + "/uebernehmen", Map.of(), other.get("/")).statusCode())
          .isEqualTo(404);
      assertThat(
              other
                  .post("/team/anna/sperren", Map.of("gesperrt", "true"), other.get("/team"))
                  .statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void keepsADraftFromEverybodyElse() throws IOException {
    String path = bring();
    try (Browser anna = loggedIn("anna", Role.CLERK);
        Browser head = loggedIn("chef", Role.HEAD)) {
      take(anna, path);
      HttpResponse<String> page = anna.get(path);
      anna.post(
          path + "/frage",
          Map.of("text", "Noch unfertig", "wort", UUID.randomUUID().toString(), "tun", "entwurf"),
          page);
      assertThat(anna.get(path).body()).contains("Noch unfertig");
      assertThat(head.get(path).body()).doesNotContain("Noch unfertig");
      assertThat(head.get(path + "/protokoll").body())
          .contains("Entwurf gesichert")
          .doesNotContain("Noch unfertig");
      assertThat(run.portal().heard()).isEmpty();
    }
  }

  @Test
  void refusesAFormThatStoodOnNoPage() throws IOException {
    String path = bring();
    try (Browser anna = loggedIn("anna", Role.CLERK)) {
      take(anna, path);
      HttpResponse<String> answer =
          anna.postRaw(
              path + "/frage",
              "application/x-www-form-urlencoded",
              ("text=Hallo&wort=" + UUID.randomUUID()).getBytes(UTF_8));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(run.portal().heard()).isEmpty();
      assertThat(store.all().getFirst().waiting()).isEmpty();
    }
  }

  @Test
  void letsReadersReadOnly() throws IOException {
    String path = bring();
    try (Browser reader = loggedIn("lea", Role.READER)) {
      HttpResponse<String> page = reader.get(path);
      assertThat(page.body())
          .contains("schirm", "Ćosić")
          .doesNotContain("/uebernehmen", "Protokoll");
      assertThat(take(reader, path).statusCode()).isEqualTo(403);
      assertThat(ask(reader, path, "Darf ich?").statusCode()).isEqualTo(403);
      assertThat(reader.get(path + "/protokoll").statusCode()).isEqualTo(403);
      assertThat(reader.get("/team").statusCode()).isEqualTo(403);
      assertThat(store.all().getFirst().assignee()).isEmpty();
    }
  }

  @Test
  void onlyWhoseItIsAnswers() {
    String path = bring();
    try (Browser anna = loggedIn("anna", Role.CLERK);
        Browser beat = loggedIn("beat", Role.CLERK)) {
      take(anna, path);
      assertThat(take(beat, path).body()).contains("Jemand anderes hat diesen Fall schon");
      assertThat(ask(beat, path, "Ich auch?").body()).contains("Übernehmen Sie den Fall zuerst");
      assertThat(beat.post(path + "/zuteilen", Map.of("wem", "beat"), beat.get(path)).statusCode())
          .isEqualTo(403);
      assertThat(run.portal().heard()).isEmpty();
    }
  }

  @Test
  void theHeadAssignsAndSeesWhoLooked() throws IOException {
    String path = bring();
    badge("beat", Role.CLERK);
    try (Browser anna = loggedIn("anna", Role.CLERK);
        Browser head = loggedIn("chef", Role.HEAD)) {
      anna.get(path);
      head.post(path + "/zuteilen", Map.of("wem", "beat"), head.get(path));
      assertThat(store.all().getFirst().assignee()).contains("beat");
      String trail = head.get(path + "/protokoll").body();
      assertThat(trail).contains("ANNA", "Fall angesehen", "Fall zugeteilt an BEAT");
    }
  }

  @Test
  void theHeadTakesNewClerksInAndShowsTheCodeOnce() {
    try (Browser head = loggedIn("chef", Role.HEAD)) {
      HttpResponse<String> page = head.get("/team");
      page = head.post("/team", Map.of("login", "mia", "name", "Mia <b>", "rolle", "reader"), page);
      assertThat(page.body())
          .containsPattern("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
          .contains("Mia &lt;b&gt;");
      assertThat(head.get("/team").body())
          .doesNotContainPattern(">[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}<");
    }
  }

  @Test
  void saysHonestlyWhatHasNotBeenSent() {
    String path = bring();
    try (Browser anna = loggedIn("anna", Role.CLERK)) {
      take(anna, path);
      run.portal().setMood(SmallPortal.Mood.REFUSING);
      ask(anna, path, "Holzgriff?");
      await().atMost(SOON).until(() -> anna.get(path).body().contains("nicht gesendet"));
      assertThat(anna.get(path).body()).contains("Der Stand des Antrags lässt das nicht zu");
      run.portal().setMood(SmallPortal.Mood.WELL);
      HttpResponse<String> page = anna.get(path);
      String word =
          page.body().replaceAll("(?s).*nochmals.*?name=\"wort\" value=\"([^\"]+)\".*", "$1");
      anna.post(path + "/nochmals", Map.of("wort", word), page);
      anna.post(path + "/nochmals", Map.of("wort", word), page);
      await().atMost(SOON).until(() -> !run.portal().heard().isEmpty());
      assertThat(run.portal().heard())
          .singleElement()
          .isInstanceOfSatisfying(
              UnitEvent.Question.class,
              question -> assertThat(question.text()).isEqualTo("Holzgriff?"));
      await().atMost(SOON).until(() -> store.all().getFirst().waiting().isEmpty());
      assertThat(anna.get("/").body()).doesNotContain("nicht gesendet");
      assertThat(anna.get(path).body())
          .contains("unten noch einmal")
          .doesNotContain("nicht gesendet", "/nochmals");
    }
  }

  @Test
  void writesToNobodyWithoutAnAccount() {
    ReceivedRequest request = Samples.lostUmbrella();
    Envelope e = request.envelope();
    String path =
        bring(
            Samples.request(
                new Envelope(
                    e.requestId(),
                    e.submissionId(),
                    e.kind(),
                    e.reference(),
                    e.service(),
                    1,
                    null,
                    e.unit(),
                    null,
                    Assurance.NONE,
                    "de",
                    e.receivedAt(),
                    null,
                    null),
                Map.of("sache", "schirm")));
    try (Browser anna = loggedIn("anna", Role.CLERK)) {
      take(anna, path);
      HttpResponse<String> page = anna.get(path);
      assertThat(page.body()).contains("hat kein Konto").doesNotContain("/nachricht", "/frage");
      assertThat(ask(anna, path, "Wo?").body()).contains("nicht schreiben");
      anna.post(
          path + "/stand", Map.of("stand", "decided", "wort", UUID.randomUUID().toString()), page);
      await().atMost(SOON).until(() -> run.portal().heard().size() == 1);
    }
  }

  @Test
  void sendsAFormThatWasSentTwiceOnce() {
    String path = bring();
    try (Browser anna = loggedIn("anna", Role.CLERK)) {
      take(anna, path);
      HttpResponse<String> page = anna.get(path);
      Map<String, String> words = words("Holzgriff?");
      anna.post(path + "/frage", words, page);
      anna.post(path + "/frage", words, page);
      ask(anna, path, "Und die Farbe?");
      await().atMost(SOON).until(() -> run.portal().heard().size() == 2);
    }
  }

  @Test
  void handsOutAndErasesAClosedCaseForGood() throws IOException {
    ReceivedRequest request = Samples.lostUmbrella();
    String path = bring(request);
    try (Browser head = loggedIn("chef", Role.HEAD)) {
      take(head, path);
      assertThat(head.post(path + "/loeschen", Map.of("sicher", "ja"), head.get(path)).body())
          .contains("wenn er abgeschlossen ist");
      head.post(
          path + "/stand",
          Map.of("stand", "closed", "text", "", "wort", UUID.randomUUID().toString()),
          head.get(path));
      await().atMost(SOON).until(() -> run.portal().heard().size() == 1);
      await().atMost(SOON).until(() -> store.all().getFirst().waiting().isEmpty());
      assertThat(head.get(path).body()).contains("wird der Fall gelöscht");
      assertThat(head.get(path + "/akte.zip").headers().firstValue("Content-Type"))
          .contains("application/zip");
      assertThat(head.get(path + "/akte.zip").body()).contains("verlauf.txt", "protokoll.txt");
      try (Browser anna = loggedIn("anna", Role.CLERK)) {
        assertThat(anna.get(path + "/akte.zip").body())
            .contains("verlauf.txt")
            .doesNotContain("protokoll.txt");
      }
      head.post(path + "/loeschen", Map.of("sicher", "ja"), head.get(path));
      assertThat(head.get(path).statusCode()).isEqualTo(404);
      assertThat(store.cases()).isEmptyDirectory();

      bring(request);
      assertThat(store.all()).isEmpty();
    }
  }

  @Test
  void listsOverdueFirstAndFindsByReference() {
    ReceivedRequest request = Samples.lostUmbrella(); // of 2026-11-24
    bring(request);
    bring();
    String reference = request.envelope().reference().value();
    try (Browser anna = loggedIn("anna", Role.CLERK)) {
      assertThat(anna.get("/").body()).contains("2 Fälle");
      String typed = reference.toLowerCase(Locale.ROOT).replace("-", "");
      assertThat(anna.get("/?suche=" + typed).body()).contains("1 Fall", reference);
      assertThat(anna.get("/?suche=MK-0000").body()).contains("Kein Fall passt dazu");
      assertThat(anna.get("/?stand=closed").body()).contains("Kein Fall passt dazu");
      assertThat(anna.get("/?seite=-3&alter=%3Cscript%3E").body()).doesNotContain("<script");
    }
  }

  @Test
  void takesNoFilesFromStrangersAndNoneTooLarge() throws IOException {
    String path = bring();
    try (Browser stranger = stranger();
        Browser anna = loggedIn("anna", Role.CLERK)) {
      assertThat(
              stranger
                  .postRaw("/anmelden", "multipart/form-data; boundary=x", new byte[100])
                  .headers()
                  .firstValue("Location"))
          .contains("/anmelden");
      take(anna, path);
      HttpResponse<String> answer =
          anna.upload(
              path + "/nachricht",
              words("Mit Plan"),
              Map.of("plan.pdf", new byte[11 * 1024 * 1024]),
              anna.get(path));
      assertThat(answer.statusCode()).isNotEqualTo(200);
      assertThat(store.all().getFirst().waiting()).isEmpty();
    }
  }

  @Test
  void hasAllOfItsLook() {
    try (Browser browser = stranger()) {
      for (String sheet : new String[] {"worklist.css", "css/tokens.css"}) {
        URI address = URI.create("/assets/" + sheet);
        List<String> named =
            Pattern.compile("url\\(\"([^\"]+)\"\\)")
                .matcher(browser.get(address.getPath()).body())
                .results()
                .map(found -> address.resolve(found.group(1)).getPath())
                .toList();
        assertThat(named)
            .as(sheet)
            .isNotEmpty()
            .allSatisfy(one -> assertThat(browser.get(one).statusCode()).isEqualTo(200));
      }
    }
  }

  @Test
  void answersToItsOwnNameOnly() throws Exception {
    try (Socket socket = new Socket("localhost", run.worklistPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /anmelden HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Passwort", "Tomcat");
    }
  }
}
