package ch.meinkonto.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.CityDraw;
import ch.meinkonto.contract.Draw;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Offer;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.form.Places;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.request.SubmitOutcome;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.testing.RunningPortal;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.PortalRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lots are drawn for flats. */
class DrawTest {

  private static final int ENTRIES = 40;
  private static final int PLACES = 7;
  private static final RunningPortal PORTAL = CityOfTests.portal();
  private static final Entries LOTS = PORTAL.bean(Entries.class);
  private static final DrawRows DRAWS = PORTAL.bean(DrawRows.class);
  private static final Requests REQUESTS = PORTAL.bean(Requests.class);

  @TempDir Path folder;

  @Test
  void manyEnterAndOnWhicheverNodeTheyAreDrawnOnceAndEverybodyIsTold() throws Exception {
    var flat = Flats.publish(PLACES);
    var promised = published(flat);
    assertThat(promised.list()).isNull();
    var all = new HashMap<String, RequestEnvelope>();
    try (var second = CityOfTests.start(RunningPortal.freePort())) {
      for (var i = 0; i < ENTRIES; i++) {
        var who = Residents.register("Vreni", "Lost");
        var request = Flats.entered(i % 2 == 0 ? PORTAL : second, flat, who);
        all.put(LOTS.ofRequest(request.id().value()).orElseThrow().ticket(), request);
      }
      assertThat(received(all.values())).isEmpty();
      assertThat(Flats.office().offers().status(Flats.SERVICE.value(), flat).entries())
          .isEqualTo(ENTRIES);
      Flats.close(flat, PLACES);
      drawAtOnce(PORTAL, second);
    }

    var draw = published(flat);
    assertThat(draw.commitment()).isEqualTo(promised.commitment());
    assertThat(Objects.requireNonNull(draw.list()).tickets())
        .containsExactlyInAnyOrderElementsOf(all.keySet());
    var drawn = Objects.requireNonNull(draw.result()).drawn();
    assertThat(drawn).hasSize(PLACES);
    assertThat(received(all.values()))
        .containsExactlyElementsOf(drawn.stream().map(all::get).map(DrawTest::id).toList());
    all.forEach((ticket, request) -> isTold(request, drawn.contains(ticket)));
    assertThat(left(draw)).isZero();

    assertThat(repeat(draw)).endsWith("same\n");
    var missing = new ArrayList<>(draw.list().tickets());
    missing.remove(drawn.getFirst());
    assertThat(repeat(draw.closed(missing).drawn(new byte[32], null, Set.of())))
        .contains("differs: commitment");
    assertThat(
            repeat(
                new Draw(
                    draw.service(),
                    draw.offer(),
                    draw.places(),
                    draw.commitment(),
                    null,
                    new Draw.Tickets(missing, draw.list().hash()),
                    draw.result())))
        .contains("differs: list: its hash");
  }

  @Test
  void anAccountAndAHouseholdHaveOneLot() {
    var flat = Flats.publish(1);
    var vreni = Residents.register("Vreni", "Einmal");
    var urs = Residents.register("Urs", "Einmal");
    assertThat(Flats.enter(PORTAL, flat, vreni, List.of("vreni", "mia", "mia")))
        .isInstanceOf(SubmitOutcome.Received.class);

    assertThat(Flats.enter(PORTAL, flat, vreni, List.of("zoe"))).isEqualTo(entered());
    assertThat(Flats.enter(PORTAL, flat, urs, List.of("urs", "mia"))).isEqualTo(entered());
    assertThat(Flats.enter(PORTAL, flat, urs, List.of("urs")))
        .isInstanceOf(SubmitOutcome.Received.class);
    assertThat(Flats.enter(PORTAL, Flats.publish(1), vreni, List.of("vreni", "mia")))
        .isInstanceOf(SubmitOutcome.Received.class);
  }

  @Test
  void whoTakesTheirLotBackIsNotOnTheListAndLaterIsPassedOver() {
    var flat = "wohnung-" + UUID.randomUUID();
    var source = Map.of("de", "Die Lottozahlen vom Samstag");
    Flats.publish(flat, Flats.flat(5, Flats.inAnHour(), new Offer.Randomness(source, null)));
    var early = Flats.entered(PORTAL, flat, Residents.register("Anna", "Früh"));
    var late = Flats.entered(PORTAL, flat, Residents.register("Urs", "Spät"));
    var stays = Flats.entered(PORTAL, flat, Residents.register("Zoe", "Bleibt"));
    var ticket = LOTS.ofRequest(late.id().value()).orElseThrow().ticket();
    REQUESTS.withdraw(early.id(), "");
    assertThat(parts(early)).isZero();
    var end = CityOfTests.clock().instant().minusSeconds(1);
    Flats.publish(flat, Flats.flat(5, end, new Offer.Randomness(source, null)));
    Flats.draw(PORTAL);
    assertThat(Objects.requireNonNull(published(flat).list()).tickets())
        .hasSize(2)
        .contains(ticket);
    REQUESTS.withdraw(late.id(), "");
    assertThat(published(flat).result()).isNull();
    Flats.publish(flat, Flats.flat(5, end, new Offer.Randomness(source, "3 5 8")));
    Flats.draw(PORTAL);

    var result = Objects.requireNonNull(published(flat).result());
    assertThat(result.value()).isEqualTo("3 5 8");
    assertThat(result.takenBack()).containsExactly(ticket);
    assertThat(result.drawn()).hasSize(1).doesNotContain(ticket);
    assertThat(state(early)).isEqualTo(RequestState.WITHDRAWN);
    assertThat(state(late)).isEqualTo(RequestState.WITHDRAWN);
    assertThat(received(List.of(early, late, stays))).containsExactly(id(stays));
    assertThat(published(flat).flaws()).isEmpty();
    assertThat(left(published(flat))).isZero();
  }

  @Test
  void whenTheListIsClosedNothingThatDecidesChanges() {
    refused(() -> Flats.publish("x", Flats.flat(1, null, null)), "draw-without-end");
    var early = new Offer.Randomness(Map.of("de", "Lotto"), "1 2 3");
    refused(() -> Flats.publish("x", Flats.flat(1, Flats.inAnHour(), early)), "value-too-early");
    var flat = Flats.publish(1);
    Flats.close(flat, 2);
    Flats.draw(PORTAL);
    refused(() -> Flats.publish(flat, Flats.flat(2, Flats.inAnHour(), null)), "draw-closed");
    assertThat(Flats.enter(PORTAL, flat, Residents.register("Urs", "Spät"), List.of("urs")))
        .isEqualTo(new SubmitOutcome.NoPlace(Places.Why.CLOSED));
    assertThat(published(flat).flaws()).isEmpty();
    var course = new Offer.Randomness(Map.of("de", "Lotto"), null);
    var plain = Courses.course(1, List.of(), null);
    refused(
        () ->
            Courses.office()
                .offers()
                .publish(
                    Courses.SERVICE.value(),
                    "kurs-lotto",
                    new Offer(
                        plain.name(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        1,
                        null,
                        null,
                        null,
                        null,
                        plain.values(),
                        course)),
        "not-drawn");
  }

  @Test
  void whenTheOfferIsWithdrawnEverybodyIsTold() {
    var flat = Flats.publish(1);
    var vreni = Flats.entered(PORTAL, flat, Residents.register("Vreni", "Hofft"));
    Flats.office().offers().withdraw(Flats.SERVICE.value(), flat);
    Flats.draw(PORTAL);

    assertThat(state(vreni)).isEqualTo(RequestState.NOT_DRAWN);
    assertThat(said(vreni)).contains("Das Amt hat das Angebot zurückgezogen");
    assertThat(parts(vreni)).isZero();
    assertThat(left(published(flat))).isZero();
  }

  private static void drawAtOnce(RunningPortal... nodes) throws Exception {
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = Stream.of(nodes).map(node -> hands.submit(() -> Flats.draw(node))).toList();
      for (var one : all) {
        one.get();
      }
    }
    Flats.draw(nodes[0]); // what another had locked
  }

  private static void isTold(RequestEnvelope request, boolean drawn) {
    if (drawn) {
      assertThat(state(request)).isEqualTo(RequestState.ACCEPTED);
      assertThat(said(request)).contains("gezogen");
    } else {
      assertThat(state(request)).isEqualTo(RequestState.NOT_DRAWN);
      assertThat(said(request)).contains("gelöscht: Niemand hat es gelesen");
    }
    assertThat(parts(request)).isZero();
  }

  /** What its sender reads in their messages. */
  private static String said(RequestEnvelope request) {
    var thread =
        PORTAL
            .bean(JdbcClient.class)
            .sql("SELECT id FROM messages_thread WHERE request_id = :id")
            .param("id", request.id().value())
            .query(UUID.class)
            .single();
    return Browser.sending(
            PORTAL.address().getPort(), HeaderLogin.HEADER, String.valueOf(request.account()))
        .get("/mitteilungen/" + thread)
        .body();
  }

  /** Which of these the unit gets, in order; others lie there from other tests. */
  private static List<String> received(Collection<RequestEnvelope> sent) {
    var all = new ArrayList<String>();
    while (Flats.office()
            .receiveOnce(
                request -> {
                  all.add(request.requestId().toString());
                  return Outcome.accepted();
                },
                50,
                Duration.ofSeconds(1))
            .accepted()
        > 0) {}
    all.retainAll(sent.stream().map(DrawTest::id).toList());
    return all;
  }

  private static Draw published(String flat) {
    var nobody = new Browser(PORTAL.address().getPort());
    return Json.read(
        nobody.get("/dienste/" + Flats.SERVICE + "/angebote/" + flat + "/verlosung.json").body(),
        Draw.class);
  }

  private String repeat(Draw draw) throws IOException {
    var out = new ByteArrayOutputStream();
    CityDraw.repeat(
        Files.write(folder.resolve("verlosung.json"), Json.bytes(draw)),
        new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8);
  }

  private static String id(RequestEnvelope request) {
    return request.id().toString();
  }

  private static RequestState state(RequestEnvelope request) {
    return REQUESTS.find(request.id()).orElseThrow().state();
  }

  private static int parts(RequestEnvelope request) {
    return PORTAL
        .bean(JdbcClient.class)
        .sql("SELECT count(*) FROM request_part WHERE submission_id = :id")
        .param("id", request.id().value())
        .query(Integer.class)
        .single();
  }

  /** Who is still known to have entered. */
  private static int left(Draw draw) {
    return LOTS.count(DRAWS.find(Flats.SERVICE, draw.offer()).orElseThrow());
  }

  private static SubmitOutcome entered() {
    return new SubmitOutcome.NoPlace(Places.Why.ENTERED);
  }

  private static void refused(ThrowingCallable call, String detail) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PortalRefused.class,
            refusal -> assertThat(refusal.problem().detail()).isEqualTo(detail));
  }
}
