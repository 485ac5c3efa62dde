package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.ClientAssertion;
import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SecurityEvent;
import ch.meinkonto.contract.SecurityEvents;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.request.Handover;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.Requests;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeardConversation;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.UnitKeys;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does not keep to the contract gets a clear no, and changes nothing. */
class ContractDoorTest {

  private final Requests requests = CityOfTests.portal().bean(Requests.class);
  private final Handover handover = CityOfTests.portal().bean(Handover.class);
  private final UnitKeys keys = CityOfTests.office();
  private final Door door = new Door(keys);

  @Test
  void takesAnAssertionOnce() {
    var assertion = door.assertion();

    assertThat(door.tokenFor(keys.unitId(), assertion).status()).isEqualTo(200);
    var again = door.tokenFor(keys.unitId(), assertion);

    assertThat(again.status()).isEqualTo(401);
    assertThat(again.body()).isEqualTo("{\"error\":\"invalid_client\"}");
  }

  @Test
  void believesNobodyWhoSignsForAnother() {
    var other = new Door(UnitKeys.generate(keys.unitId()));

    assertThat(door.tokenFor(keys.unitId(), other.assertion()).status()).isEqualTo(401);
    assertThat(door.tokenFor("amt-60", door.assertion()).status()).isEqualTo(401);
    assertThat(door.tokenFor("gibt-es-nicht", door.assertion()).status()).isEqualTo(401);
    assertThat(door.tokenFor("../../etc/passwd", door.assertion()).status()).isEqualTo(401);
    assertThat(door.tokenFor(keys.unitId(), "kein.jwt.hier").status()).isEqualTo(401);
    assertThat(door.tokenFor(keys.unitId(), unsigned()).status()).isEqualTo(401);
  }

  @Test
  void believesNoAssertionForAnotherOrOfAnotherTime() {
    var now = CityOfTests.clock().instant();
    var elsewhere =
        ClientAssertion.sign(keys.unitId(), "https://example.org/token", now, door.signingKey());
    var yesterday =
        ClientAssertion.sign(
            keys.unitId(),
            CityOfTests.portal().address() + "/contract/v1/token",
            now.minus(Duration.ofDays(1)),
            door.signingKey());

    assertThat(door.tokenFor(keys.unitId(), elsewhere).status()).isEqualTo(401);
    assertThat(door.tokenFor(keys.unitId(), yesterday).status()).isEqualTo(401);
  }

  @Test
  void asksForTheRightGrant() {
    assertThat(Door.form("grant_type", "password").status()).isEqualTo(400);
    assertThat(Door.form("grant_type", "client_credentials").status()).isEqualTo(401);
    assertThat(Door.form("client_id", "a", "client_id", "b").status()).isEqualTo(400);
  }

  @Test
  void showsItsFilesToEverybodyAndNothingElse() {
    var files =
        Map.of(
            "openapi.yaml", "application/yaml",
            "asyncapi.yaml", "application/yaml",
            "schemas/envelope.json", "application/schema+json",
            "examples/envelope.json", "application/json",
            "conformance/unit.json", "application/json");
    files.forEach((file, type) -> {
      var answer = Door.send(Door.to("/contract/v1/" + file));
      assertThat(answer.status()).as(file).isEqualTo(200);
      assertThat(answer.mediaType()).as(file).isEqualTo(type);
    });
    assertThat(Door.send(Door.to("/contract/v1/schemas/none.json")).status()).isEqualTo(404);
    assertThat(Door.send(Door.to("/contract/v1/schemas/openapi.yaml")).status()).isEqualTo(404);
    assertThat(Door.send(Door.to("/contract/v1/other/envelope.json")).status()).isEqualTo(401);
  }

  @Test
  void opensToNobodyWithoutAToken() {
    var answer = Door.send(Door.to("/contract/v1/leases").POST(BodyPublishers.ofString("{}")));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("unauthorized");
  }

  @Test
  void opensToNoForgedForeignOrExpiredToken() throws Exception {
    var token = door.token();
    var address = CityOfTests.portal().address().toString();
    var forged = new ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_256).generate();
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new com.nimbusds.jose.JOSEObjectType("at+jwt"))
                .build(),
            new JWTClaimsSet.Builder()
                .issuer(address)
                .audience(address + "/contract/v1")
                .subject(keys.unitId())
                .expirationTime(Date.from(CityOfTests.clock().instant().plusSeconds(60)))
                .build());
    jwt.sign(new ECDSASigner(forged));

    assertThat(statusWith(jwt.serialize())).isEqualTo(401);
    assertThat(statusWith(door.assertion())).isEqualTo(401);
    assertThat(statusWith(unsigned())).isEqualTo(401);
    assertThat(statusWith("x".repeat(6000))).isEqualTo(401);
    assertThat(statusWith(token)).isEqualTo(200);
    CityOfTests.clock().tick(Duration.ofMinutes(6));
    assertThat(statusWith(token)).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "\"x\"",
        "{\"max\":0,\"waitSeconds\":0,\"leaseSeconds\":30}",
        "{\"max\":51,\"waitSeconds\":0,\"leaseSeconds\":30}",
        "{\"max\":1,\"waitSeconds\":3600,\"leaseSeconds\":30}",
        "{\"max\":1,\"waitSeconds\":0,\"leaseSeconds\":1}",
        "{\"max\":\"viele\"}"
      })
  void refusesLeasesThatMakeNoSense(String json) {
    assertThat(door.leases(json).problem()).isEqualTo("malformed");
  }

  @Test
  void refusesBodiesThatAreTooLargeOrTooDeep() {
    assertThat(door.leases("{\"x\":\"" + "y".repeat(10_000) + "\"}").problem())
        .isEqualTo("too-large");
    assertThat(door.leases("[".repeat(4000)).problem()).isEqualTo("malformed");
    assertThat(door.event("x".repeat(30_000_000)).problem()).isEqualTo("too-large");
  }

  @Test
  void showsNoOfficeWhatIsAnothers() {
    Residents.annaSends(keys);
    var theirs = door.lease(1, 60).getFirst();
    var others = new Door(CityOfTests.office());

    assertThat(others.lease(10, 60)).isEmpty();
    assertThat(others.part(theirs, Part.DATA).problem()).isEqualTo("not-found");
    assertThat(others.event(accepted(theirs)).problem()).isEqualTo("not-found");
    assertThat(
            others
                .event(
                    new UnitEvent.StateChanged(
                        theirs.envelope().requestId(), RequestState.IN_PROGRESS, null))
                .problem())
        .isEqualTo("not-found");
    assertThat(giveBack(others, theirs).problem()).isEqualTo("not-found");
    assertThat(door.part(theirs, Part.DATA).status()).isEqualTo(200);
  }

  @Test
  void knowsNoPartOrDeliveryThatIsNone() {
    Residents.annaSends(keys);
    var delivery = door.lease(1, 60).getFirst();
    var token = String.valueOf(delivery.leaseToken());

    assertThat(door.part(delivery, "attachment-7").problem()).isEqualTo("not-found");
    assertThat(door.part("keine-uuid", Part.DATA, token).problem()).isEqualTo("not-found");
    assertThat(door.part(UUID.randomUUID().toString(), Part.DATA, token).problem())
        .isEqualTo("not-found");
    assertThat(door.part(delivery.deliveryId().toString(), Part.DATA, "geraten").problem())
        .isEqualTo("lease-lost");
  }

  @Test
  void losesALeaseThatRanOut() {
    Residents.annaSends(keys);
    var first = door.lease(1, 60).getFirst();
    CityOfTests.clock().tick(Duration.ofSeconds(61));

    assertThat(door.part(first, Part.DATA).problem()).isEqualTo("lease-lost");
    var second = door.lease(1, 60).getFirst();

    assertThat(second.deliveryId()).isEqualTo(first.deliveryId());
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(door.part(first, Part.DATA).problem()).isEqualTo("lease-lost");
    assertThat(door.part(second, Part.DATA).status()).isEqualTo(200);
  }

  @Test
  void givesALeaseBackEarly() {
    Residents.annaSends(keys);
    var first = door.lease(1, 3600).getFirst();

    assertThat(giveBack(door, first).status()).isEqualTo(204);

    assertThat(door.lease(1, 60)).isEmpty();
    CityOfTests.clock().tick(Duration.ofSeconds(31));
    assertThat(door.lease(1, 60)).hasSize(1);
    assertThat(giveBack(door, first).problem()).isEqualTo("lease-lost");
  }

  @Test
  void keepsTheDeliveryWhenATagIsWrong() {
    var sent = Residents.annaSends(keys);
    var delivery = door.lease(1, 60).getFirst();
    var wrong = new HashMap<>(tags(delivery));
    wrong.put(Part.DATA, "AAAAAAAAAAAAAAAAAAAAAA");
    var reference = delivery.envelope().reference();
    var id = delivery.deliveryId();

    assertThat(door.event(new UnitEvent.RequestAccepted(id, reference, wrong)).problem())
        .isEqualTo("wrong-tags");
    assertThat(door.event(new UnitEvent.RequestAccepted(id, reference, Map.of())).problem())
        .isEqualTo("wrong-tags");
    assertThat(
            door.event(new UnitEvent.RequestRejected(id, reference, wrong, "x", "nein")).problem())
        .isEqualTo("wrong-tags");

    assertThat(state(sent)).isEqualTo(RequestState.FETCHED);
    assertThat(handover.parts(SubmissionId.of(sent.id()), Long.MAX_VALUE)).isNotEmpty();
    assertThat(door.part(delivery, Part.DATA).status()).isEqualTo(200);
  }

  @Test
  void isAcceptedOnceAlsoByTwo() {
    var sent = Residents.annaSends(keys);
    var first = door.lease(1, 60).getFirst();
    CityOfTests.clock().tick(Duration.ofSeconds(61));
    var second = door.lease(1, 60).getFirst();

    assertThat(door.event(accepted(first)).status()).isEqualTo(202);
    assertThat(door.event(accepted(second)).status()).isEqualTo(202);
    assertThat(
            door.event(
                    new UnitEvent.RequestRejected(
                        second.deliveryId(),
                        second.envelope().reference(),
                        tags(second),
                        "x",
                        "doch nicht"))
                .problem())
        .isEqualTo("already-settled");

    assertThat(CityOfTests.portal().bean(HeardConversation.class).story(sent))
        .containsExactly("opened", "accepted");
  }

  @Test
  void refusesEventsThatAreNone() {
    Residents.annaSends(keys);
    var delivery = door.lease(1, 60).getFirst();
    var event = accepted(delivery);
    var forger = new Door(UnitKeys.generate(keys.unitId()));
    var good = door.signed("gut", event);

    assertThat(door.event("").problem()).isEqualTo("invalid-event");
    assertThat(door.event("a.b.c").problem()).isEqualTo("invalid-event");
    assertThat(door.event(forger.signed("x", event)).problem()).isEqualTo("invalid-event");
    assertThat(door.event(good.substring(0, good.length() - 4) + "AAAA").problem())
        .isEqualTo("invalid-event");
    assertThat(door.event(unsigned()).problem()).isEqualTo("invalid-event");
    assertThat(door.event(door.assertion()).problem()).isEqualTo("invalid-event");
    assertThat(door.event(of(event, "https://example.org", Duration.ZERO)).problem())
        .isEqualTo("invalid-event");
    var here = CityOfTests.portal().address().toString();
    assertThat(door.event(of(event, here, Duration.ofDays(100))).problem())
        .isEqualTo("invalid-event");
    assertThat(door.event(of(event, here, Duration.ofDays(-1))).problem())
        .isEqualTo("invalid-event");
    assertThat(
            Door.send(
                    door.as(door.token(), "/contract/v1/events")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(good)))
                .problem())
        .isEqualTo("unsupported-media-type");
    assertThat(door.event(good).status()).isEqualTo(202);
  }

  @Test
  void refusesDocumentsThatAreNone() {
    var sent = Residents.annaSends(keys);
    door.event(accepted(door.lease(1, 60).getFirst()));

    for (var document :
        List.of(
            new Document("a.pdf", "application/pdf", "kein base64!"),
            new Document("a.pdf", "kein Typ", ""),
            new Document("../..", "application/pdf", ""),
            new Document("x".repeat(300), "application/pdf", ""))) {
      var event = new UnitEvent.Message(sent.id(), "Guten Tag", List.of(document));
      assertThat(door.event(event).problem()).isEqualTo("invalid-event");
    }
    var long_ = new UnitEvent.Message(sent.id(), "x".repeat(20_001), List.of());
    assertThat(door.event(long_).problem()).isEqualTo("invalid-event");
    var odd = new UnitEvent.Question(sent.id(), "Frage über Frau Keller", "Ja?", false);
    assertThat(door.event(odd).problem()).isEqualTo("invalid-event");
  }

  private int statusWith(String token) {
    return Door.send(
            door.as(token, "/contract/v1/leases")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"max\":1,\"waitSeconds\":0,\"leaseSeconds\":30}")))
        .status();
  }

  private String of(UnitEvent event, String audience, Duration age) {
    return SecurityEvents.sign(
        new SecurityEvent(
            keys.unitId(),
            audience,
            UUID.randomUUID().toString(),
            CityOfTests.clock().instant().minus(age),
            event),
        door.signingKey());
  }

  private static Door.Answer giveBack(Door door, Delivery delivery) {
    return Door.send(
        door.as(
                door.token(),
                "/contract/v1/deliveries/"
                    + delivery.deliveryId()
                    + "/lease?reason=later&retryAfterSeconds=30")
            .header("Lease-Token", String.valueOf(delivery.leaseToken()))
            .DELETE());
  }

  private static UnitEvent accepted(Delivery delivery) {
    return new UnitEvent.RequestAccepted(
        delivery.deliveryId(), delivery.envelope().reference(), tags(delivery));
  }

  private static Map<String, String> tags(Delivery delivery) {
    return delivery.parts().stream().collect(Collectors.toMap(Part::name, Part::tag));
  }

  /** {@code alg: none}. */
  private static String unsigned() {
    return "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbXQtMSJ9.";
  }

  private RequestState state(RequestEnvelope sent) {
    return requests.find(sent.id()).orElseThrow().state();
  }
}
