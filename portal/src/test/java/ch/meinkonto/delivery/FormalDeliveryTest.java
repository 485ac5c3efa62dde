package ch.meinkonto.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.DeliveryNotice;
import ch.meinkonto.contract.DeliveryOutcome;
import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.Receipt;
import ch.meinkonto.contract.Receipts;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.platform.crypto.Sha256;
import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.trust.LogEntry;
import ch.meinkonto.trust.TrustLog;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.RequestHandler;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The office decides formally; Anna opens it, or does not. */
class FormalDeliveryTest {

  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
  private static final String WORDS = "Wir lehnen Ihr Gesuch ab.";
  private static final byte[] PDF = "%PDF-1.7 Verfuegung".getBytes(UTF_8);
  private static final Formal DEEMED = Formal.of(Formal.Kind.DECISION).within(7).deemedThen();

  private final Requests requests = CityOfTests.portal().bean(Requests.class);
  private final UnitKeys keys = CityOfTests.office();
  private final Unit office = CityOfTests.connect(keys);
  private final List<ReceivedRequest> inTray = new ArrayList<>();
  private final RequestHandler accepts =
      request -> {
        inTray.add(request);
        return Outcome.accepted();
      };
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private RequestEnvelope sent = Residents.annaSends(keys);

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whatItSaysOpensOnlyWhenAnnaOpensItAndTheOfficeHearsWhen() throws Exception {
    var name = delivered(DEEMED);
    var thread = thread();

    assertThat(get(thread).body())
        .contains("Förmliche Zustellung: Verfügung", "gilt sie als zugestellt")
        .doesNotContain(WORDS, "Verfuegung.pdf", "nachweis.pdf");
    assertThat(get("/mitteilungen?ordner=zustellungen").body())
        .contains(thread)
        .doesNotContain(WORDS);
    assertThat(get(post("/mitteilungen/suche", "/mitteilungen", "q=lehnen")).body())
        .contains("nichts gefunden");
    assertThat(get(delivery()).body()).contains("Zur Kenntnis nehmen und öffnen", "Warten schützt");
    assertThat(get(delivery() + "/nachweis.pdf").statusCode()).isEqualTo(404);

    var before = CityOfTests.clock().instant();
    var path = delivery();
    assertThat(post(path, path, "")).contains(thread + "#");
    assertThat(post(path, "/mitteilungen", "")).as("a second click").contains(thread + "#");

    assertThat(get(thread).body())
        .contains(WORDS, "Verfuegung.pdf", "Von Ihnen geöffnet", path + "/nachweis.pdf");
    assertThat(get(path + "/nachweis.pdf").body()).startsWith("%PDF");
    assertThat(get(path).statusCode()).isEqualTo(302);
    assertThat(get("/mitteilungen?ordner=zustellungen").body()).contains("Nichts zu öffnen");
    var notice = notices(1).getFirst();
    assertThat(notice.messageId()).isEqualTo(name);
    assertThat(notice.outcome()).isEqualTo(DeliveryOutcome.OPENED);
    assertThat(notice.deemedOn()).isNull();
    assertThat(notice.at()).isBetween(before.minusSeconds(1), CityOfTests.clock().instant());
    assertThat(inTray.getLast().envelope().inReplyTo()).isEqualTo(name);
    var evidence = evidence(notice);
    assertThat(evidence.issuedAt()).isEqualTo(notice.at());
    assertThat(requireNonNull(evidence.delivery()).contents())
        .containsExactly(content("text", WORDS.getBytes(UTF_8)), content("document-1", PDF));
    assertThat(CityOfTests.portal().bean(TrustLog.class).all(anna()))
        .extracting(LogEntry::kind)
        .containsSubsequence("formal-received", "formal-opened");
  }

  @Test
  void ofTwoClicksAtOnceTheOfficeHearsOne() throws Exception {
    var name = delivered(DEEMED);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var clicks =
          threads.invokeAll(
              java.util.Collections.nCopies(8, () -> requests.opened(sent.id(), name, List.of())));
      for (var click : clicks) {
        click.get();
      }
    }
    assertThat(notices(1)).hasSize(1);
  }

  @Test
  void countsAsDeliveredAfterTheSeventhDayAndCanBeOpenedThen() throws Exception {
    var arrived = LocalDate.ofInstant(CityOfTests.clock().instant(), ZURICH);
    var name = delivered(DEEMED);
    var lastDay = arrived.plusDays(7);
    tickTo(lastDay.plusDays(1).atStartOfDay(ZURICH).toInstant().minusSeconds(60));
    assertThat(notices(0)).isEmpty();

    tickTo(lastDay.plusDays(1).atStartOfDay(ZURICH).toInstant().plusSeconds(60));
    var missed = awaitNotice();
    assertThat(missed.outcome()).isEqualTo(DeliveryOutcome.NOT_OPENED);
    assertThat(missed.deemedOn()).isEqualTo(lastDay);
    assertThat(requireNonNull(evidence(missed).delivery()).deemedOn()).isEqualTo(lastDay);
    assertThat(get(thread()).body())
        .contains("als zugestellt", "nachweis.pdf")
        .doesNotContain(WORDS);

    post(delivery(), delivery(), "");
    assertThat(get(thread()).body()).contains(WORDS);
    var late = notices(2).getLast();
    assertThat(late.messageId()).isEqualTo(name);
    assertThat(late.outcome()).isEqualTo(DeliveryOutcome.OPENED);
    assertThat(late.deemedOn()).isEqualTo(lastDay);
  }

  @Test
  void withoutTheFictionTheOfficeOnlyHearsThatItIsNotOpen() {
    delivered(Formal.of(Formal.Kind.SUMMONS).within(2));
    CityOfTests.clock().tick(Duration.ofDays(4));
    var missed = awaitNotice();
    assertThat(missed.outcome()).isEqualTo(DeliveryOutcome.NOT_OPENED);
    assertThat(missed.deemedOn()).isNull();
  }

  @Test
  void opensAlsoWhenTheRequestIsOver() throws Exception {
    delivered(DEEMED);
    office.cases().state(sent.id(), RequestState.DECIDED);
    office.cases().state(sent.id(), RequestState.CLOSED);
    assertThat(get(thread()).body()).contains("Lesen, was Öffnen bedeutet");

    post(delivery(), delivery(), "");

    assertThat(get(thread()).body()).contains(WORDS);
    assertThat(notices(1).getFirst().outcome()).isEqualTo(DeliveryOutcome.OPENED);
  }

  @Test
  void opensAlsoWhenAnnaTookTheRequestBack() throws Exception {
    delivered(DEEMED);
    requests.withdraw(sent.id(), "");

    post(delivery(), delivery(), "");

    assertThat(get(thread()).body()).contains(WORDS);
    office.receiveOnce(accepts, 10, Duration.ZERO);
    office.receiveOnce(accepts, 10, Duration.ZERO);
    assertThat(inTray.stream().map(one -> one.envelope().kind().toString()))
        .containsExactly("REQUEST", "WITHDRAWAL", "DELIVERY_NOTICE");
  }

  @Test
  void whoClosesTheAccountWillNotOpenItAndTheOfficeHearsThat() {
    delivered(DEEMED);
    CityOfTests.portal().bean(Accounts.class).close(requireNonNull(sent.account()));

    var notice = notices(1).getFirst();
    assertThat(notice.outcome()).isEqualTo(DeliveryOutcome.UNDELIVERABLE);
    assertThat(evidence(notice).kind()).isEqualTo(Receipt.Kind.DELIVERY);
    assertThat(inTray.getLast().sender()).isEmpty();
  }

  @Test
  void staysClosedWhileTheOfficeCannotBeTold() throws Exception {
    delivered(DEEMED);
    var path = delivery();
    CityOfTests.withoutKeys(
        keys,
        () -> {
          try {
            assertThat(send(path, path, "").statusCode()).isEqualTo(503);
            assertThat(get(thread()).body()).doesNotContain(WORDS);
          } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    post(path, path, "");
    assertThat(get(thread()).body()).contains(WORDS);
  }

  @Test
  void nobodyElseOpensIt() throws Exception {
    delivered(DEEMED);
    var path = delivery();
    var beat = Residents.register("Beat", "Moser").value();
    for (var address : List.of(path, path + "/nachweis.pdf")) {
      assertThat(request(address, beat, null).statusCode()).as(address).isEqualTo(404);
    }
    assertThat(get(thread() + "/zustellung/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(notices(0)).isEmpty();
  }

  @Test
  void refusesASecondOneOfThatNameAndOneAboutNothing() {
    office.receiveOnce(accepts, 10, Duration.ZERO);
    office.cases().once("v-1").deliver(sent.id(), DEEMED, WORDS);
    office.cases().once("v-1").deliver(sent.id(), DEEMED, WORDS);
    assertThatThrownBy(() -> office.cases().once("v-1").deliver(sent.id(), DEEMED, "Anders"))
        .isInstanceOfSatisfying(PortalRefused.class, is(ProblemType.EVENT_CONFLICT));

    var other = Residents.annaSends(keys);
    assertThatThrownBy(() -> office.cases().deliver(other.id(), DEEMED, WORDS))
        .isInstanceOfSatisfying(PortalRefused.class, is(ProblemType.NOT_ACCEPTED_YET));
    var nobodys = Residents.send(Residents.request(keys, null, "{}"));
    office.receiveOnce(accepts, 10, Duration.ZERO);
    assertThatThrownBy(() -> office.cases().deliver(nobodys.id(), DEEMED, WORDS))
        .isInstanceOfSatisfying(PortalRefused.class, is(ProblemType.NOT_POSSIBLE_NOW));
    assertThatThrownBy(() -> office.cases().once("ein Name").deliver(sent.id(), DEEMED, WORDS))
        .isInstanceOfSatisfying(PortalRefused.class, is(ProblemType.INVALID_EVENT));
  }

  private String delivered(Formal formal) {
    office.receiveOnce(accepts, 10, Duration.ZERO);
    return office
        .cases()
        .deliver(sent.id(), formal, WORDS, Document.of("Verfuegung.pdf", "application/pdf", PDF));
  }

  /** What the office heard so far of formal deliveries. */
  private List<DeliveryNotice> notices(int atLeast) {
    office.receiveOnce(accepts, 10, Duration.ZERO);
    var heard = inTray.stream().flatMap(one -> one.notice().stream()).toList();
    assertThat(heard).hasSizeGreaterThanOrEqualTo(atLeast);
    return heard;
  }

  private DeliveryNotice awaitNotice() {
    await().atMost(Duration.ofSeconds(20)).until(() -> !notices(0).isEmpty());
    return notices(1).getFirst();
  }

  private static Receipt evidence(DeliveryNotice notice) {
    var published = CityOfTests.portal().bean(SigningKeys.class).published();
    return Receipts.verify(notice.receipt(), published) instanceof Checked.Valid<Receipt>(var valid)
        ? valid
        : org.assertj.core.api.Assertions.fail("not genuine");
  }

  private static Receipt.Content content(String name, byte[] bytes) {
    return new Receipt.Content(name, HexFormat.of().formatHex(Sha256.of(bytes)));
  }

  private static void tickTo(Instant moment) {
    CityOfTests.clock().tick(Duration.between(CityOfTests.clock().instant(), moment));
  }

  private UUID anna() {
    return requireNonNull(sent.account()).value();
  }

  private String thread() throws IOException, InterruptedException {
    return found("(/mitteilungen/[0-9a-f-]{36})\"", get("/mitteilungen").body());
  }

  private String delivery() throws IOException, InterruptedException {
    return found(
        "\"(/mitteilungen/[0-9a-f-]{36}/zustellung/[0-9a-f-]{36})\"", get(thread()).body());
  }

  private static String found(String pattern, String page) {
    var found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return request(path, anna(), null);
  }

  /** Where one goes on. */
  private String post(String path, String form, String fields)
      throws IOException, InterruptedException {
    var answer = send(path, form, fields);
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> send(String path, String form, String fields)
      throws IOException, InterruptedException {
    var token = found("name=\"_csrf\" value=\"([^\"]+)\"", get(form).body());
    return request(path, anna(), "_csrf=" + token + "&" + fields);
  }

  private HttpResponse<String> request(
      String path, UUID account, @org.jspecify.annotations.Nullable String fields)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(CityOfTests.portal().address().resolve(path))
            .header(HeaderLogin.HEADER, account.toString())
            .header("Accept-Language", "de");
    if (fields != null) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(fields));
    }
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private static java.util.function.Consumer<PortalRefused> is(ProblemType type) {
    return refused -> assertThat(refused.problem().type()).isEqualTo(type.uri());
  }
}
