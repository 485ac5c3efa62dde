package ch.meinkonto.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Browser.Upload;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * What every kind of answer tells the browser, over TLS as in production. That no route is
 * forgotten: {@link RouteWalkTest}.
 */
@PortalTest
@TestPropertySource(properties = "meinkonto.base-url=https://konto.stadt.example")
class AnswerHeadersTest {

  private static final int TOO_LARGE = 41 * 1024 * 1024;

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;

  @Test
  void everyKindOfAnswerSaysHowItMayBeUsed() {
    var answers = new LinkedHashMap<String, Browser.Answer>();
    var browser = new Browser(port);
    answers.put("page", browser.get("/"));
    answers.put("login", browser.get("/anmelden"));
    answers.put("no page", browser.get("/gibt-es-nicht"));
    answers.put("redirect to the login", browser.get("/konto"));
    answers.put("form without token", browser.postRaw("/anmelden", "email=x"));
    answers.put("form with a mistake", browser.submit("/anmelden", Map.of("email", "x")));
    answers.put("another method", browser.send("DELETE", "/hilfe", Map.of(), ""));
    answers.put("refused by the firewall", browser.get("/konto;x=1/name"));
    answers.put("no UUID", browser.get("/antrag/x"));
    answers.put("style sheet", browser.get("/assets/css/site.css"));
    answers.put("theme", browser.get("/theme.css"));
    answers.put("no style sheet", browser.get("/assets/css/none.css"));
    answers.put("suggestions", browser.get("/suche/vorschlaege?q=umzug"));
    answers.put("options of a passkey", browser.get("/anmelden/passkey/optionen"));
    answers.put("keys", browser.get("/.well-known/jwks.json"));
    answers.put("discovery", browser.get("/.well-known/openid-configuration"));
    answers.put("schema", browser.get("/schemas/umzug-melden/1.json"));
    answers.put("site map", browser.get("/sitemap.xml"));
    answers.put("robots", browser.get("/robots.txt"));
    answers.put("health", browser.get("/actuator/health/liveness"));
    answers.put("contract", browser.get("/contract/v1/openapi.yaml"));
    answers.put("contract without token", browser.postRaw("/contract/v1/leases", "{}"));
    answers.put("no such contract", browser.get("/contract/v1/nothing"));
    answers.put("token for nobody", browser.postRaw("/sso/token", "grant_type=x"));
    answers.put("sign-in of nobody", browser.get("/sso/authorize"));
    answers.put("no access token", browser.get("/sso/userinfo"));
    answers.put("much too large", upload(browser));

    assertThat(faults(answers)).isEmpty();
  }

  @Test
  void whatIsSavedIsNeverOpenedAsAPage() {
    var maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    for (var path : List.of("/konto/export/daten.json", "/datenprotokoll/alles.json")) {
      var saved = maya.browser().get(path);
      assertThat(saved.status()).as(path).isEqualTo(200);
      assertThat(AnswerFaults.ofPersonal(saved)).as(path).isEmpty();
      assertThat(String.valueOf(saved.headers().get("content-disposition")))
          .startsWith("[attachment");
    }
  }

  @Test
  void everyCookieOfALongVisitIsForThisPortalAlone() {
    var maya = Resident.named("Maya", "Keller", port);
    var browser = maya.browser();
    var visit = new ArrayList<Browser.Answer>();
    visit.add(browser.get("/?sprache=en"));
    visit.add(browser.get("/?sprache=de"));
    visit.add(browser.get("/?leicht=ja"));
    visit.add(browser.get("/anmelden"));
    visit.add(maya.beginRegistration(""));
    var code = mailbox.awaitCode(maya.email(), "Code für Mein Konto");
    visit.add(browser.submit("/registrieren/code", Map.of("code", code)));
    visit.add(browser.submit("/hilfe", "/abmelden", Map.of()));
    visit.add(maya.logIn());
    visit.add(
        browser.submit(
            "/konto/email", Map.of("email", "neu." + maya.email(), "password", maya.password())));
    visit.add(browser.submit("/dienste/umzug-melden", "/dienste/umzug-melden/antrag", Map.of()));
    visit.add(browser.submit("/passwort-vergessen", Map.of("email", maya.email())));
    visit.add(browser.submit("/konto-wiederherstellen", Map.of("email", maya.email())));

    assertThat(
            visit.stream()
                .flatMap(answer -> answer.cookies().stream())
                .map(AnswerHeadersTest::name))
        .contains(
            "__Host-mk-session",
            "__Host-mk-csrf",
            "__Host-mk-device",
            "__Host-mk-language",
            "__Host-mk-easy",
            "__Secure-mk-registration",
            "__Secure-mk-antrag",
            "__Secure-mk-begonnen",
            "__Secure-mk-email",
            "__Secure-mk-reset",
            "__Secure-mk-recovery");
    assertThat(visit).allSatisfy(answer -> assertThat(AnswerFaults.overTls(answer)).isEmpty());
  }

  @Test
  void anAnswerThatSaysNothingIsFound() {
    var silent =
        new Browser.Answer(
            200, "x", "", Map.of("set-cookie", List.of("a=b; Path=/"), "server", List.of("x/1")));
    assertThat(AnswerFaults.overTls(silent)).hasSizeGreaterThan(10);
    var loose =
        new Browser.Answer(
            200,
            "",
            "",
            Map.of("content-security-policy", List.of("script-src 'self' 'unsafe-inline'")));
    assertThat(AnswerFaults.of(loose)).anySatisfy(it -> assertThat(it).startsWith("unsafe in"));
  }

  @Test
  void aFolderIsNoPage() {
    var browser = new Browser(port);
    assertThat(browser.get("/assets/").status()).isEqualTo(404);
    assertThat(browser.get("/assets/css").status()).isEqualTo(404);
  }

  @Test
  void healthSaysUpAndNothingElse() {
    var browser = new Browser(port);
    for (var probe : List.of("", "/liveness", "/readiness")) {
      assertThat(browser.get("/actuator/health" + probe).body())
          .matches("\\{(\"groups\":\\[[a-z\",]+\\],)?\"status\":\"UP\"\\}");
    }
    assertThat(browser.get("/actuator").status()).isEqualTo(404);
  }

  @Test
  void nobodyHearsTheirOwnHeadersBack() throws IOException {
    assertThat(raw("TRACE / HTTP/1.1\r\nHost: localhost\r\nCookie: secret=1\r\n"))
        .contains(" 405 ")
        .doesNotContain("secret");
  }

  @Test
  void whatIsNoHttpGetsAnAnswerThatTellsNothing() throws IOException {
    assertThat(raw("GET /{} HTTP/1.1\r\nHost: localhost\r\n"))
        .contains(" 400 ")
        .doesNotContainIgnoringCase("tomcat")
        .doesNotContainIgnoringCase("exception");
  }

  @Test
  void aRequestInTwoLengthsIsNotBelieved() throws IOException {
    var twoLengths =
        """
        POST /anmelden HTTP/1.1\r
        Host: localhost\r
        Content-Length: 3\r
        Content-Length: 5\r
        """;
    assertThat(raw(twoLengths)).contains(" 400 ");
  }

  private String raw(String head) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .lines()
          .collect(Collectors.joining("\n"));
    }
  }

  private static Browser.Answer upload(Browser browser) {
    var step =
        browser.submit("/dienste/schaden-melden", "/dienste/schaden-melden/antrag", Map.of());
    return browser.postFiles(
        step.location(),
        browser.token(step.location()),
        Map.of(),
        List.of(new Upload("foto", "gross.png", new byte[TOO_LARGE])));
  }

  private static String name(String cookie) {
    return cookie.substring(0, cookie.indexOf('='));
  }

  private static List<String> faults(Map<String, Browser.Answer> answers) {
    return answers.entrySet().stream()
        .flatMap(answer ->
            AnswerFaults.overTls(answer.getValue()).stream()
                .map(fault ->
                    "%s (%d): %s".formatted(answer.getKey(), answer.getValue().status(), fault)))
        .toList();
  }
}
