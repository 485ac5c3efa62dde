package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.ActivationCode;
import ch.meinkonto.contract.ActivationEnd;
import ch.meinkonto.contract.ActivationLetter;
import ch.meinkonto.contract.ConformanceReport;
import ch.meinkonto.contract.ConformanceReport.Line;
import ch.meinkonto.contract.ConformanceReport.Verdict;
import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.form.Forms;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.unit.ActivationHandler;
import ch.meinkonto.unit.ActivationOutcome;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.RequestHandler;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit that is not live tries out its system: one that keeps to the contract, and others. */
class RehearsalTest {

  private final UnitKeys keys = CityOfTests.keysOf(CityOfTests.TRIES_OUT);
  private final Door door = new Door(keys);

  @BeforeEach
  void anHourHasPassed() {
    CityOfTests.clock().tick(Duration.ofMinutes(61));
  }

  @Test
  void aGoodSystemIsGreen() {
    assertThat(begin().verdict()).isEqualTo(Verdict.OPEN);
    var got = new ArrayList<ReceivedRequest>();
    work(received -> {
      got.add(received);
      return Outcome.accepted();
    });

    var report = report();
    assertThat(report.lines())
        .extracting(Line::name, Line::verdict)
        .containsExactly(
            line("ordinary", Verdict.GREEN),
            line("attachments", Verdict.GREEN),
            line("large", Verdict.GREEN),
            line("twice", Verdict.GREEN),
            line("withdrawal", Verdict.GREEN),
            line("damaged", Verdict.GREEN),
            line("other-key", Verdict.GREEN),
            line("other-receipt", Verdict.GREEN),
            line("copy", Verdict.GREEN),
            line("copy-withdrawal", Verdict.GREEN),
            line("activation", Verdict.GREEN),
            line("activation-letter", Verdict.GREEN),
            line("activation-end", Verdict.GREEN),
            line("answer", Verdict.OPTIONAL),
            line("words", Verdict.OPTIONAL));
    assertThat(report.verdict()).isEqualTo(Verdict.GREEN);
    assertThat(got)
        .allSatisfy(one -> assertThat(one.envelope().test()).isTrue())
        .allSatisfy(
            one -> assertThat(one.sender().isPresent()).isEqualTo(one.inCharge().isEmpty()));
    assertThat(got.stream().map(ReceivedRequest::id).distinct()).hasSize(got.size() - 1);
    assertThat(got)
        .flatExtracting(ReceivedRequest::attachments)
        .filteredOn(file -> file.about().parts().size() == 2)
        .singleElement()
        .satisfies(file ->
            assertThat(file.about().size()).isEqualTo(file.size()).isGreaterThan(4_000_000));
    assertThat(got)
        .filteredOn(one -> one.envelope().kind() == SubmissionKind.REQUEST)
        .allSatisfy(one -> assertThat(one.answers().get("name").asString()).isNotBlank())
        .allSatisfy(one -> assertThat(one.attachments()).hasSize(1));
  }

  @Test
  void aPartOfAnothersRequestComesWithoutItsSender() {
    begin();
    var got = new ArrayList<ReceivedRequest>();
    work(received -> {
      received.inCharge().ifPresent(_ -> got.add(received));
      return Outcome.accepted();
    });

    assertThat(got)
        .extracting(one -> one.envelope().kind())
        .containsExactly(SubmissionKind.COPY, SubmissionKind.WITHDRAWAL);
    assertThat(got)
        .allSatisfy(one -> assertThat(one.inCharge()).contains("stadtpolizei"))
        .allSatisfy(one -> assertThat(one.envelope().subject()).isNull());
    var copy = got.getFirst();
    assertThat(copy.envelope().service()).isEqualTo("veranstaltung");
    assertThat(copy.answers().propertyNames()).contains("verkehr").doesNotContain("personen");
    assertThat(
            door.event(new UnitEvent.StateChanged(copy.requestId(), RequestState.DECIDED, "Ja."))
                .problem())
        .isEqualTo("not-found");
  }

  @Test
  void aSystemThatConfirmsAnyCodeIsRed() {
    begin();
    work(_ -> Outcome.accepted(), new Letters(ActivationOutcome.confirmed("wer-auch-immer")));
    assertThat(line("activation").verdict()).isEqualTo(Verdict.RED);
    assertThat(line("activation").came()).isEqualTo("confirmed");
    assertThat(line("activation").todo()).contains("only if it stands in a letter of yours");
    assertThat(line("activation-letter").verdict()).isEqualTo(Verdict.GREEN);
  }

  @Test
  void aSystemThatKnowsNoCodesIsRed() {
    begin();
    try (var unit = CityOfTests.connect(keys)) {
      unit.receiveOnce(_ -> Outcome.accepted(), 20, Duration.ZERO);
    }
    assertThat(report().lines())
        .filteredOn(one -> one.name().startsWith("activation"))
        .hasSize(3)
        .allSatisfy(one -> assertThat(one.verdict()).isEqualTo(Verdict.RED))
        .allSatisfy(one -> assertThat(one.came()).isEqualTo("unreadable (no-activations-here)"));
  }

  @Test
  void whatItAsksAndWritesIsSeen() {
    begin();
    work(_ -> Outcome.accepted());
    var request = got().getFirst();
    var asked = new UnitEvent.Question(request, "frage-1", "Welche Farbe?", false);
    assertThat(door.event(asked).status()).isEqualTo(202);
    assertThat(door.event(asked).status()).isEqualTo(202);
    assertThat(
            door.event(new UnitEvent.StateChanged(request, RequestState.DECIDED, "Ja.")).status())
        .isEqualTo(202);
    var others = new Door(CityOfTests.office());
    assertThat(others.event(new UnitEvent.Message(request, "Hallo", List.of())).problem())
        .isEqualTo("not-found");

    var answers = new ArrayList<String>();
    work(received -> {
      answers.add(received.answer().orElseThrow().questionId());
      return Outcome.accepted();
    });
    assertThat(answers).containsExactly("frage-1");
    assertThat(report().lines())
        .filteredOn(one -> List.of("answer", "words").contains(one.name()))
        .allMatch(one -> one.verdict() == Verdict.GREEN);
    assertThat(report().verdict()).isEqualTo(Verdict.GREEN);
  }

  @Test
  void aSystemThatTakesEverythingIsRedWhereItMatters() {
    begin();
    for (var delivery : door.lease(50, 60)) {
      var code = delivery.envelope().kind() == SubmissionKind.ACTIVATION;
      assertThat(door.event(accepted(delivery)).status()).isEqualTo(code ? 422 : 202);
    }
    assertThat(line("activation").verdict()).isEqualTo(Verdict.OPEN);
    assertThat(line("activation").todo()).contains("or activation-refused alone");
    var report = report();
    assertThat(report.verdict()).isEqualTo(Verdict.RED);
    assertThat(report.lines())
        .filteredOn(one -> one.verdict() == Verdict.RED)
        .allSatisfy(one -> assertThat(one.todo()).isNotBlank())
        .extracting(Line::name)
        .containsExactly("damaged", "other-key", "other-receipt");
  }

  @Test
  void aSystemThatRejectsGoodOnesIsRed() {
    begin();
    work(_ -> Outcome.rejected("keine-zeit", "Wir haben keine Zeit."));
    assertThat(report().lines())
        .filteredOn(one -> one.name().equals("ordinary"))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.verdict()).isEqualTo(Verdict.RED);
          assertThat(one.came()).isEqualTo("rejected (keine-zeit)");
        });
  }

  @Test
  void beginningAgainForgetsWhatWasBefore() {
    begin();
    var before = door.lease(1, 60).getFirst();
    begin();
    assertThat(door.event(accepted(before)).problem()).isEqualTo("not-found");
    work(_ -> Outcome.accepted());
    assertThat(report().verdict()).isEqualTo(Verdict.GREEN);
  }

  @Test
  void isForUnitsThatAreNotLiveAndAsksForAToken() {
    var live = new Door(CityOfTests.keysOf(CityOfTests.REAL_UNIT));
    assertThat(live.begin().problem()).isEqualTo("not-possible-now");
    assertThat(live.begin().body()).contains("unit-is-live");
    assertThat(live.report().problem()).isEqualTo("not-found");
    assertThat(
            Door.send(Door.to("/contract/v1/conformance").POST(BodyPublishers.noBody())).status())
        .isEqualTo(401);
    for (int i = 0; i < 28; i++) {
      live.begin();
    }
    assertThat(live.begin().problem()).isEqualTo("too-many-requests");
  }

  @Test
  void touchesNobodyAndIsFoundByNobody() {
    var jdbc = CityOfTests.portal().bean(JdbcClient.class);
    var requests = count(jdbc, "request_envelope");
    var log = count(jdbc, "trust_entry");
    begin();
    var aside = CityOfTests.portal().bean(Deliveries.class).setAside().size();
    work(_ -> Outcome.accepted());
    assertThat(count(jdbc, "request_envelope")).isEqualTo(requests);
    assertThat(count(jdbc, "trust_entry")).isEqualTo(log);
    assertThat(CityOfTests.portal().bean(Deliveries.class).setAside()).hasSize(aside);
    assertThat(count(jdbc, "conformance_part")).isZero();

    var service = new ServiceId("probe-karte");
    var catalogue = CityOfTests.portal().bean(Catalogue.class);
    assertThat(catalogue.find(service)).isEmpty();
    assertThat(catalogue.search("Zwetschgenprobe", Locale.GERMAN, 5)).isEmpty();
    assertThat(CityOfTests.portal().bean(Forms.class).form(service)).isEmpty();
    assertThat(Door.send(Door.to("/dienste/probe-karte")).status()).isEqualTo(404);
    assertThat(Door.send(Door.to("/schemas/probe-karte/1.json")).status()).isEqualTo(200);
  }

  private static long count(JdbcClient jdbc, String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private ConformanceReport begin() {
    var answer = door.begin();
    assertThat(answer.status()).isEqualTo(202);
    return Json.read(answer.body(), ConformanceReport.class);
  }

  private ConformanceReport report() {
    return Json.read(door.report().body(), ConformanceReport.class);
  }

  /** The requests that were sent, by the portal's own record. */
  private static List<ch.meinkonto.contract.RequestId> got() {
    return CityOfTests.portal()
        .bean(JdbcClient.class)
        .sql("SELECT request_id FROM conformance_case ORDER BY id")
        .query(java.util.UUID.class)
        .list()
        .stream()
        .map(ch.meinkonto.contract.RequestId::new)
        .toList();
  }

  /** The unit's own system, until there is nothing more to do. */
  private void work(RequestHandler handler) {
    work(handler, new Letters(ActivationOutcome.wrong(4)));
  }

  private void work(RequestHandler handler, Letters letters) {
    try (var unit = Unit.connect(CityOfTests.settings(keys).withActivations(letters))) {
      for (int i = 0; i < 4; i++) {
        unit.receiveOnce(handler, 20, Duration.ZERO);
      }
    }
  }

  /** Who writes letters with codes. */
  private record Letters(ActivationOutcome toCodes) implements ActivationHandler {

    @Override
    public ActivationOutcome check(ReceivedRequest from, ActivationCode code) {
      assertThat(code.code()).startsWith("TEST-");
      return toCodes;
    }

    @Override
    public Outcome sendLetter(ReceivedRequest from, ActivationLetter order) {
      assertThat(order.details()).containsExactly(Map.entry("nummer", "00000000"));
      return Outcome.rejected("unbekannt", "Diese Nummer gibt es nicht.");
    }

    @Override
    public Outcome end(ReceivedRequest from, ActivationEnd end) {
      return Outcome.accepted();
    }
  }

  private Line line(String name) {
    return report().lines().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static UnitEvent accepted(Delivery delivery) {
    return new UnitEvent.RequestAccepted(
        delivery.deliveryId(),
        delivery.envelope().reference(),
        delivery.parts().stream().collect(Collectors.toMap(Part::name, Part::tag)));
  }

  private static org.assertj.core.groups.Tuple line(String name, Verdict verdict) {
    return org.assertj.core.groups.Tuple.tuple(name, verdict);
  }
}
