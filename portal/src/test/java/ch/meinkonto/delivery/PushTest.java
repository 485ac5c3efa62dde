package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.PushDelivery;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.LocalServer;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.PushReceiver;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pushing to an office whose system is not always well. */
class PushTest {

  private final Requests requests = CityOfTests.portal().bean(Requests.class);
  private final TestPushTargets targets = CityOfTests.portal().bean(TestPushTargets.class);
  private final UnitKeys keys = CityOfTests.office();
  private final Unit office = CityOfTests.connect(keys);
  private final PushReceiver receiver = office.push();
  private final List<Object> taken = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();
  private volatile HttpHandler behaviour = this::receive;
  private LocalServer server;

  @BeforeEach
  void open() {
    server =
        LocalServer.start(
            "/",
            exchange -> {
              calls.add(headers(exchange));
              behaviour.handle(exchange);
            });
    targets.put(keys.unitId(), address("/eingang"));
  }

  @AfterEach
  void close() {
    server.close();
    office.close();
  }

  @Test
  void bringsWhatIsSentSignedAndWhole() {
    var sent = Residents.annaSends(keys);

    awaitState(sent, RequestState.ACCEPTED);

    assertThat(taken).containsExactly(sent.id());
    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().get("webhook-id")).isEqualTo(sent.id().toString());
    assertThat(calls.getFirst().get("webhook-signature")).startsWith("v1a,");
  }

  @Test
  void comesAgainWhenTheOfficeIsDown() {
    behaviour = exchange -> answer(exchange, 500);
    var sent = Residents.annaSends(keys);
    awaitNoted(sent, 1);

    CityOfTests.clock().tick(Duration.ofSeconds(7));
    awaitNoted(sent, 2);
    behaviour = this::receive;
    CityOfTests.clock().tick(Duration.ofSeconds(13));

    awaitState(sent, RequestState.ACCEPTED);
    assertThat(taken).containsExactly(sent.id());
  }

  @Test
  void theDeskKnowsThatTheOfficeIsOutOfReachAndWhenItIsBack() {
    var contacts = CityOfTests.portal().bean(Contacts.class);
    var unit = new UnitId(keys.unitId());
    behaviour = exchange -> answer(exchange, 500);
    var sent = Residents.annaSends(keys);
    awaitNoted(sent, 1);
    assertThat(contacts.of(unit).failing()).isTrue();
    assertThat(contacts.of(unit).failure()).isEqualTo("status 500");

    behaviour = this::receive;
    CityOfTests.clock().tick(Duration.ofSeconds(7));
    awaitState(sent, RequestState.ACCEPTED);
    await().untilAsserted(() -> assertThat(contacts.of(unit).failing()).isFalse());
  }

  @Test
  void bringsNothingToAnOfficeThatIsPaused() {
    var pauses = CityOfTests.portal().bean(Pauses.class);
    var unit = new UnitId(keys.unitId());
    pauses.begin(unit, CityOfTests.clock().instant().plus(Duration.ofHours(1)));
    var waiting = Residents.annaSends(keys);
    await().during(Duration.ofMillis(300)).until(calls::isEmpty);

    pauses.end(unit);

    awaitState(waiting, RequestState.ACCEPTED);
    assertThat(taken).containsExactly(waiting.id());
  }

  @Test
  void waitsAsLongAsTheOfficeAsks() {
    behaviour =
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "600");
          answer(exchange, 503);
        };
    var sent = Residents.annaSends(keys);
    awaitNoted(sent, 1);
    behaviour = this::receive;

    awaitDue(sent, Duration.ofMinutes(10));
    CityOfTests.clock().tick(Duration.ofSeconds(601));

    awaitState(sent, RequestState.ACCEPTED);
  }

  @Test
  void bringsItAgainWhenTheConnectionBreaksAfterStoring() {
    behaviour =
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          taken.add(Json.read(body, PushDelivery.class).delivery().envelope().requestId());
          exchange.close(); // stored, but nobody hears of it
        };
    var sent = Residents.annaSends(keys);
    awaitNoted(sent, 1);
    behaviour = this::receive;

    CityOfTests.clock().tick(Duration.ofSeconds(7));

    awaitState(sent, RequestState.ACCEPTED);
    assertThat(calls).extracting(call -> call.get("webhook-id")).containsOnly(sent.id().toString());
  }

  @Test
  void bringsItAgainWhenItWasFetchedButNotAccepted() {
    behaviour = exchange -> answer(exchange, 200);
    var sent = Residents.annaSends(keys);
    awaitNoted(sent, 1);
    behaviour = this::receive;

    assertThat(requests.find(sent.id()).orElseThrow().state()).isEqualTo(RequestState.FETCHED);
    awaitDue(sent, Duration.ofMinutes(7));
    CityOfTests.clock().tick(Duration.ofMinutes(13));

    awaitState(sent, RequestState.ACCEPTED);
  }

  @Test
  void setsAsideWhatTheOfficeCannotRead() {
    behaviour = exchange -> answer(exchange, 422);

    var sent = Residents.annaSends(keys);

    assertThat(awaitReason(sent)).isEqualTo("unreadable: push");
  }

  @Test
  void givesUpAfterAWeekButNotSilently() {
    behaviour = exchange -> answer(exchange, 500);
    var sent = Residents.annaSends(keys);
    awaitNoted(sent, 1);

    CityOfTests.clock().tick(Duration.ofDays(8));

    assertThat(awaitReason(sent)).isEqualTo("push-given-up: status 500");
  }

  @Test
  void countsTheWeekFromTheEndOfAPause() {
    var pauses = CityOfTests.portal().bean(Pauses.class);
    var unit = new UnitId(keys.unitId());
    behaviour = exchange -> answer(exchange, 500);
    var sent = Residents.annaSends(keys);
    awaitNoted(sent, 1);
    pauses.begin(unit, CityOfTests.clock().instant().plus(Duration.ofDays(30)));
    CityOfTests.clock().tick(Duration.ofDays(29));

    pauses.end(unit);
    CityOfTests.clock().tick(Duration.ofDays(1)); // and somebody looks at what is due
    awaitNoted(sent, 2);
    assertThat(item(sent).state()).isEqualTo(Item.State.OPEN);

    CityOfTests.clock().tick(Duration.ofDays(8));
    assertThat(awaitReason(sent)).isEqualTo("push-given-up: status 500");
  }

  @Test
  void followsNoRedirect() {
    behaviour =
        exchange -> {
          exchange.getResponseHeaders().set("Location", address("/anderswo").toString());
          answer(exchange, 307);
        };

    var sent = Residents.annaSends(keys);

    awaitDue(sent, Duration.ofSeconds(3));
    assertThat(calls).hasSize(1);
  }

  @Test
  void asksAnOfficeThatIsDownNowAndThenAndBringsAllWhenItIsBack() {
    behaviour = exchange -> answer(exchange, 500);
    var sent = IntStream.range(0, 30).mapToObj(_ -> Residents.annaSends(keys)).toList();
    await().until(() -> sent.stream().filter(one -> item(one).attempt() > 0).count() >= 5);
    await().until(() -> sent.stream().noneMatch(one -> item(one).leased()));
    var first = calls.size();
    assertThat(first).isBetween(5, 8); // four at once, of which the last may be on their way

    CityOfTests.clock().tick(Duration.ofSeconds(7));
    await().until(() -> calls.size() > first);
    await().until(() -> sent.stream().noneMatch(one -> item(one).leased()));
    assertThat(calls).hasSize(first + 1);
    behaviour = this::receive;
    CityOfTests.clock().tick(Duration.ofSeconds(13));

    await().atMost(Duration.ofSeconds(20)).until(() -> taken.size() == 30);
  }

  @Test
  void delaysNobodyElseWhenAnOfficeIsSlow() {
    var patience = new CountDownLatch(1);
    behaviour =
        exchange -> {
          awaitOn(patience);
          receive(exchange);
        };
    IntStream.range(0, 20).forEach(_ -> Residents.annaSends(keys));
    await().until(() -> calls.size() == 4); // no more at once
    try (var quick = CityOfTests.connect(CityOfTests.office())) {
      var other = CityOfTests.office();
      var sent = Residents.annaSends(other);
      try (var otherOffice = CityOfTests.connect(other)) {
        assertThat(
                otherOffice
                    .receiveOnce(_ -> Outcome.accepted(), 1, Duration.ofSeconds(5))
                    .accepted())
            .isEqualTo(1);
      }
      assertThat(requests.find(sent.id()).orElseThrow().state()).isEqualTo(RequestState.ACCEPTED);
      assertThat(calls).hasSize(4);
      assertThat(quick).isNotNull();
    }

    patience.countDown();

    await().atMost(Duration.ofSeconds(20)).until(() -> taken.size() == 20);
  }

  private void receive(HttpExchange exchange) throws IOException {
    var answer =
        receiver.receive(
            headers(exchange),
            exchange.getRequestBody().readAllBytes(),
            request -> {
              taken.add(request.requestId());
              return Outcome.accepted();
            });
    answer(exchange, answer.status());
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, -1);
  }

  static Map<String, String> headers(HttpExchange exchange) {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    return headers;
  }

  private URI address(String path) {
    return URI.create(server.address(path));
  }

  private static void awaitOn(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitState(RequestEnvelope sent, RequestState state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> requests.find(sent.id()).orElseThrow().state() == state);
  }

  private static Item item(RequestEnvelope sent) {
    return CityOfTests.portal()
        .bean(Items.class)
        .find(new ch.meinkonto.contract.DeliveryId(sent.id().value()))
        .orElseThrow();
  }

  /** Until the next attempt is planned, no sooner than {@code least} from the last. */
  private static void awaitDue(RequestEnvelope sent, Duration least) {
    awaitNoted(sent, 1);
    assertThat(item(sent).dueAt()).isAfterOrEqualTo(item(sent).createdAt().plus(least));
  }

  /** Until what came of that attempt is noted. */
  private static void awaitNoted(RequestEnvelope sent, int attempt) {
    await().until(() -> !item(sent).leased() && item(sent).attempt() == attempt);
  }

  private static String awaitReason(RequestEnvelope sent) {
    await().until(() -> item(sent).state() == Item.State.SET_ASIDE);
    return String.valueOf(item(sent).reason());
  }
}
