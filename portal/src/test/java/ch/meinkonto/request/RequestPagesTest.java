package ch.meinkonto.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.form.SubmissionTarget;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.UnitKeys;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What residents see of what they sent. */
class RequestPagesTest {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final Requests requests = CityOfTests.portal().bean(Requests.class);
  private final ReceiptTokens tokens = CityOfTests.portal().bean(ReceiptTokens.class);
  private final UnitKeys office = CityOfTests.office();
  private final AccountId anna = Residents.register("Anna", "Keller");
  private final AccountId beat = Residents.register("Beat", "Moser");
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @Test
  void listsOnesOwnRequestsAndNobodyElses() throws Exception {
    var sent = Residents.send(Residents.request(office, anna, "{}"));

    var page = get("/antraege", anna);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(sent.reference().value(), "Umzug", "Gesendet");
    assertThat(get("/antraege", beat).body())
        .doesNotContain(sent.reference().value())
        .contains("Sie haben noch nichts gesendet");
  }

  @Test
  void confirmsWithReferenceReceiptAndWhatComesNext() throws Exception {
    var sent = Residents.send(Residents.request(office, anna, "{}"));
    var at = "/antraege/" + sent.id();

    var page = get(at + "/bestaetigung", anna);
    var receipt = get(at + "/quittung", anna);

    assertThat(page.body())
        .contains("Ihr Antrag ist angekommen", sent.reference().value(), "So geht es weiter");
    assertThat(page.body()).contains(at + "/quittung");
    assertThat(receipt.body()).isEqualTo(requests.receipt(sent.id()).orElseThrow());
    assertThat(receipt.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", sent.reference().value());
  }

  @Test
  void keepsWhatIsAnothersForThem() throws Exception {
    var sent = Residents.send(Residents.request(office, anna, "{}"));

    for (var page : new String[] {"/bestaetigung", "/quittung"}) {
      assertThat(get("/antraege/" + sent.id() + page, beat).statusCode()).isEqualTo(404);
      assertThat(get("/antraege/" + UUID.randomUUID() + page, anna).statusCode()).isEqualTo(404);
      assertThat(get("/antraege/keine-uuid" + page, anna).statusCode()).isEqualTo(404);
      assertThat(get("/antraege/" + sent.id() + page, null).statusCode()).isNotEqualTo(200);
    }
    assertThat(put("https://stadt.example/quittung#" + tokens.of(sent.id())).statusCode())
        .isEqualTo(422);
    assertThat(get("/quittung/" + sent.id(), null).statusCode()).isEqualTo(404);
  }

  @Test
  void showsARequestWithoutLoginToWhoPutsInTheLinkTheyKept() throws Exception {
    var sent = Residents.send(Residents.request(office, null, "{}"));
    var token = tokens.of(sent.id());
    var address = "/quittung/" + sent.id();
    assertThat(get(address, null).statusCode()).isEqualTo(404);
    assertThat(get(address + "/quittung", null).statusCode()).isEqualTo(404);

    var answer = put(CityOfTests.portal().address() + "/quittung#" + token);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(address);
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .contains("Path=" + address + ";", "HttpOnly", "SameSite=Lax");
    assertThat(get(address, null).body())
        .contains(sent.reference().value(), "So hören Sie wieder von uns", "/quittung#" + token);
    assertThat(get(address + "/quittung", null).body())
        .isEqualTo(requests.receipt(sent.id()).orElseThrow());
    assertThat(put(token).statusCode()).isEqualTo(302);
  }

  @Test
  void whoSentItWithoutALoginHasTheKeyInACookieAndNotInTheAddress() throws Exception {
    var sent = Residents.send(Residents.request(office, null, "{}"));
    var next = "/quittung/" + sent.id();
    var response = new MockHttpServletResponse();

    CityOfTests.portal()
        .bean(SubmissionTarget.class)
        .letIn(URI.create(next), new MockHttpServletRequest(), response);

    var cookie = Map.of("Cookie", "mk-quittung=" + tokens.of(sent.id()));
    assertThat(response.getHeader("Set-Cookie")).contains(cookie.get("Cookie"), "Path=" + next);
    assertThat(
            new Browser(CityOfTests.portal().address().getPort())
                .send("GET", next, cookie, "")
                .body())
        .contains(sent.reference().value());
  }

  @Test
  void aKeyOpensItsOwnRequestOnlyAndCannotBeGuessed() throws Exception {
    var sent = Residents.send(Residents.request(office, null, "{}"));
    var another = Residents.send(Residents.request(office, null, "{}"));
    var token = tokens.of(sent.id());
    put(token);

    assertThat(get("/quittung/" + another.id(), null).statusCode()).isEqualTo(404);
    var cookie = Map.of("Cookie", "mk-quittung=" + token);
    assertThat(
            new Browser(CityOfTests.portal().address().getPort())
                .send("GET", "/quittung/" + another.id(), cookie, "")
                .status())
        .isEqualTo(404);
    var other = token.charAt(30) == 'A' ? 'B' : 'A';
    var guessed = token.substring(0, 30) + other + token.substring(31);
    for (var nothing : List.of(guessed, "", "x", "ä", "#", "x".repeat(400))) {
      var refused = put(nothing);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("Diesen Link kennen wir nicht");
    }
    assertThat(get("/quittung/x", null).statusCode()).isEqualTo(404);
    assertThat(get("/quittung/%C3%A4", null).statusCode()).isEqualTo(404);
  }

  @Test
  void tellsAGenuineReceiptFromAForgedOne() throws Exception {
    var sent = Residents.send(Residents.request(office, anna, "{}"));
    var receipt = requests.receipt(sent.id()).orElseThrow();

    assertThat(check(receipt)).contains("Diese Quittung ist echt", sent.reference().value());
    assertThat(check("\n  " + receipt.substring(0, 90) + "\n" + receipt.substring(90) + "\n"))
        .contains("Diese Quittung ist echt");
    assertThat(check(receipt.substring(0, receipt.length() - 6) + "AAAAAA"))
        .contains("Diese Quittung ist nicht echt")
        .doesNotContain(sent.reference().value());
    assertThat(check("<script>alert(1)</script>"))
        .contains("Diese Quittung ist nicht echt")
        .doesNotContain("<script>alert");
    assertThat(check("")).contains("Es fehlt die Quittung");
  }

  @Test
  void takesAReceiptAsAFileToo() throws Exception {
    var sent = Residents.send(Residents.request(office, anna, "{}"));
    var receipt = requests.receipt(sent.id()).orElseThrow();
    var body =
        "--grenze\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
            + csrf()
            + "\r\n--grenze\r\nContent-Disposition: form-data; name=\"datei\";"
            + " filename=\"q.jws\"\r\nContent-Type: application/jose\r\n\r\n"
            + receipt
            + "\r\n--grenze--\r\n";

    var answer =
        browser.send(
            to("/quittung/pruefen", null)
                .header("Content-Type", "multipart/form-data; boundary=grenze")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.body()).contains("Diese Quittung ist echt", sent.reference().value());
  }

  @Test
  void speaksEnglishToo() throws Exception {
    Residents.send(Residents.request(office, anna, "{}"));

    assertThat(get("/antraege?sprache=en", anna).body()).contains("My requests", "Sent");
  }

  @Test
  void saysWhenNothingCouldBeSentAndHowToGoOn() throws Exception {
    var draft = UUID.randomUUID();

    var page = get("/antraege/nicht-gesendet?entwurf=" + draft, null);

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("noch nicht gesendet", "/antrag/" + draft + "/pruefen");
  }

  private HttpResponse<String> put(String link) throws IOException, InterruptedException {
    var form =
        "_csrf=" + URLEncoder.encode(csrf(), UTF_8) + "&code=" + URLEncoder.encode(link, UTF_8);
    return browser.send(
        to("/quittung", null)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private String check(String receipt) throws IOException, InterruptedException {
    var form =
        "_csrf="
            + URLEncoder.encode(csrf(), UTF_8)
            + "&quittung="
            + URLEncoder.encode(receipt, UTF_8);
    return browser
        .send(
            to("/quittung/pruefen", null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  private String csrf() throws IOException, InterruptedException {
    var token = CSRF.matcher(get("/quittung/pruefen", null).body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private HttpResponse<String> get(String path, @Nullable AccountId account)
      throws IOException, InterruptedException {
    return browser.send(to(path, account).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder to(String path, @Nullable AccountId account) {
    var request = HttpRequest.newBuilder(CityOfTests.portal().address().resolve(path));
    return account == null ? request : request.header(HeaderLogin.HEADER, account.toString());
  }
}
