package ch.meinkonto.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.ContractFiles;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.WebhookSignature;
import ch.meinkonto.directory.KeyRegistrations;
import ch.meinkonto.form.Places;
import ch.meinkonto.request.Handover;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.LocalServer;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.unit.UnitKeys;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AccessApi;
import org.openapitools.client.api.CalendarsApi;
import org.openapitools.client.api.ConformanceApi;
import org.openapitools.client.api.DeliveriesApi;
import org.openapitools.client.api.EventsApi;
import org.openapitools.client.api.OffersApi;
import org.openapitools.client.api.PublicApi;
import org.openapitools.client.model.CalendarEntry;
import org.openapitools.client.model.ConformanceReport;
import org.openapitools.client.model.KeyInUse;
import org.openapitools.client.model.LeaseRequest;
import org.openapitools.client.model.LeasedDelivery;
import org.openapitools.client.model.Offer;
import org.openapitools.client.model.PlacesFreed;
import org.openapitools.client.model.PushDelivery;
import org.openapitools.client.model.RegistrationStatus;
import org.openapitools.client.model.SealedPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yaml.snakeyaml.Yaml;

/**
 * What a vendor does who takes nothing of ours but the files: a client that a public generator made
 * of the OpenAPI file, and a JOSE library.
 */
class GeneratedClientTest {

  private static final String PORTAL = CityOfTests.portal().address().toString();
  private static final String EVENTS = "https://meinkonto.ch/contract/v1/events/";
  private static final LeaseRequest ONE = new LeaseRequest().max(1).waitSeconds(0).leaseSeconds(60);

  private final Set<String> called = new TreeSet<>();

  @BeforeEach
  void anHourHasPassed() {
    CityOfTests.clock().tick(Duration.ofMinutes(61));
  }

  @Test
  void everyOperationOfTheContractWorks() throws Exception {
    takesARequest();
    isPushedTo();
    givesBackAndIsRefused();
    handsInKeysAndChangesThem();
    triesItsSystemOut();
    offersPlaces();
    offersPlacesByLot();
    publishesACalendar();
    readsTheFiles();
    assertThat(called).containsExactlyInAnyOrderElementsOf(operations());
  }

  private void takesARequest() throws Exception {
    var keys = CityOfTests.office();
    var unit = client(keys);
    var sent = Residents.annaSends(keys);
    var delivery = new DeliveriesApi(unit).lease(ONE).getDeliveries().getFirst();
    assertThat(delivery.getEnvelope().getRequestId()).isEqualTo(sent.id().value());

    var metadata = Json.mapper().readTree(opened(keys, unit, delivery, "metadata"));
    assertThat(metadata.at("/envelope/reference").asString())
        .isEqualTo(delivery.getEnvelope().getReference());
    assertThat(Json.mapper().readTree(opened(keys, unit, delivery, "data")).isObject()).isTrue();
    assertThat(receipt(unit, delivery).getClaim("requestId")).isEqualTo(sent.id().toString());

    var accepted = event(keys, "request-accepted", settled(delivery));
    new EventsApi(unit).event(accepted);
    new EventsApi(unit).event(accepted);
    var message =
        Map.of("requestId", sent.id().toString(), "text", "Grüezi", "documents", List.of());
    new EventsApi(unit).event(event(keys, "message", message));
    assertThat(
            CityOfTests.portal()
                .bean(Handover.class)
                .parts(SubmissionId.of(sent.id()), Long.MAX_VALUE))
        .isEmpty();
  }

  private void offersPlaces() throws Exception {
    var offers = new OffersApi(client(CityOfTests.keysOf(CityOfTests.SPORT)));
    var course =
        new Offer()
            .name(Map.of("de", "Kurs eines Fremden"))
            .capacity(12)
            .values(Map.of("mindestalter", 5, "hoechstalter", 8));
    assertThat(offers.publishOffer("sportkurse", "fremd-1", course).getTaken()).isZero();
    assertThat(offers.offer("sportkurse", "fremd-1").getCapacity()).isEqualTo(12);
    assertThatThrownBy(() ->
            offers.freePlaces(
                "sportkurse", "fremd-1", new PlacesFreed().id(UUID.randomUUID()).places(1)))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.getCode()).isEqualTo(422));
    CityOfTests.portal()
        .bean(Places.class)
        .hold(new Places.Wish(UUID.randomUUID(), new ServiceId("sportkurse"), "fremd-1", 2, null));
    CityOfTests.portal()
        .bean(JdbcClient.class)
        .sql("DELETE FROM booking_hold WHERE offer = 'fremd-1'") // as when the unit has taken it
        .update();
    offers.freePlaces("sportkurse", "fremd-1", new PlacesFreed().id(UUID.randomUUID()).places(1));
    assertThat(offers.offer("sportkurse", "fremd-1").getTaken()).isEqualTo(1);
    offers.withdrawOffer("sportkurse", "fremd-1");
    assertThat(offers.offer("sportkurse", "fremd-1").getWithdrawn()).isTrue();
  }

  private void offersPlacesByLot() throws Exception {
    var unit = client(CityOfTests.keysOf(CityOfTests.HOUSING));
    var flat =
        new Offer()
            .name(Map.of("de", "Wohnung eines Fremden"))
            .capacity(30)
            .closesAt(CityOfTests.clock().instant().atOffset(ZoneOffset.UTC).plusDays(1))
            .values(Map.of("zimmer", 3.5, "miete", 1480, "personen", 2, "einkommen", 100_000));
    var published = new OffersApi(unit).publishOffer("wohnung-bewerben", "fremd-2", flat);
    assertThat(published.getEntries()).isZero();
    var draw = new PublicApi(unit).draw("wohnung-bewerben", "fremd-2");
    assertThat(draw.getCommitment()).matches("[0-9a-f]{64}");
    assertThat(draw.getResult()).isNull();
  }

  private void publishesACalendar() throws Exception {
    var calendars = new CalendarsApi(client(CityOfTests.keysOf(CityOfTests.SPORT)));
    var closed =
        new CalendarEntry().id("a").title(Map.of("de", "Halle zu")).day(LocalDate.of(2027, 1, 13));
    calendars.publishCalendar(
        "sportkurse",
        "fremd-1",
        new org.openapitools.client.model.Calendar()
            .name(Map.of("de", "Kalender eines Fremden"))
            .entries(List.of(closed)));
    calendars.withdrawCalendar("sportkurse", "fremd-1");
  }

  private void isPushedTo() throws Exception {
    var keys = CityOfTests.office();
    var unit = client(keys);
    var pushed = new CompletableFuture<Push>();
    try (var system =
        LocalServer.start(
            "/",
            exchange -> {
              pushed.complete(
                  new Push(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
              exchange.sendResponseHeaders(200, -1);
            })) {
      CityOfTests.portal()
          .bean(TestPushTargets.class)
          .put(keys.unitId(), URI.create(system.address("/")));
      var sent = Residents.annaSends(keys);
      var push = pushed.get(20, TimeUnit.SECONDS);
      assertThat(
              push.signature().verify(push.body(), portalKeys(unit), CityOfTests.clock().instant()))
          .isEqualTo(new Checked.Valid<>(sent.id().toString()));
      var delivery = unit.getObjectMapper().readValue(push.body(), PushDelivery.class);
      assertThat(delivery.getDelivery().getEnvelope().getRequestId()).isEqualTo(sent.id().value());
      assertThat(delivery.getSealed()).containsKeys("metadata", "data");
    }
  }

  private record Push(Headers headers, byte[] body) {
    /** As any library of Standard Webhooks takes it. */
    WebhookSignature signature() {
      return new WebhookSignature(
          headers.getFirst(WebhookSignature.ID),
          headers.getFirst(WebhookSignature.TIMESTAMP),
          headers.getFirst(WebhookSignature.SIGNATURE));
    }
  }

  private void givesBackAndIsRefused() throws Exception {
    var keys = CityOfTests.office();
    var deliveries = new DeliveriesApi(client(keys));
    Residents.annaSends(keys);
    var delivery = deliveries.lease(ONE).getDeliveries().getFirst();
    deliveries.release(delivery.getDeliveryId(), delivery.getLeaseToken(), "later", 0, null);
    assertThatThrownBy(
            () -> deliveries.part(delivery.getDeliveryId(), "data", delivery.getLeaseToken()))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.getCode()).isEqualTo(409);
              assertThat(refusal.getResponseBody()).contains("/problems/lease-lost");
            });
  }

  private void handsInKeysAndChangesThem() throws Exception {
    var keys = UnitKeys.generate(CityOfTests.unitWithoutKeys());
    var nobody = new AccessApi(client());
    var registration = registration(keys);
    assertThat(nobody.register(registration).getStatus())
        .isEqualTo(RegistrationStatus.StatusEnum.WAITING);
    confirm(keys.unitId());
    assertThat(nobody.register(registration).getStatus())
        .isEqualTo(RegistrationStatus.StatusEnum.CONFIRMED);

    var next = UnitKeys.generate(keys.unitId());
    var rotation =
        signed(
            keys,
            "rotation+jwt",
            new JWTClaimsSet.Builder().claim("registration", registration(next)));
    assertThat(nobody.register(rotation).getStatus())
        .isEqualTo(RegistrationStatus.StatusEnum.CONFIRMED);
    assertThat(new AccessApi(client(next)).keysInUse())
        .filteredOn(KeyInUse::getCounts)
        .extracting(KeyInUse::getKid)
        .contains(next.signingKey().getKeyID());
  }

  /** Two operators have compared the fingerprint. */
  private static void confirm(String unit) {
    var registrations = CityOfTests.portal().bean(KeyRegistrations.class);
    var waiting =
        registrations.all().stream()
            .filter(one -> one.unit().value().equals(unit))
            .findFirst()
            .orElseThrow();
    registrations.propose(waiting.id(), "Anna");
    registrations.confirm(waiting.id(), "Beat");
  }

  private void triesItsSystemOut() throws Exception {
    var conformance = new ConformanceApi(client(CityOfTests.keysOf(CityOfTests.TRIES_OUT)));
    assertThat(conformance.beginConformance().getVerdict())
        .isEqualTo(ConformanceReport.VerdictEnum.OPEN);
    assertThat(conformance.conformance().getLines()).isNotEmpty();
  }

  private void readsTheFiles() throws Exception {
    var files = new PublicApi(client());
    assertThat(text(files.contract())).isEqualTo(published("openapi.yaml"));
    assertThat(text(files.messages())).isEqualTo(published("asyncapi.yaml"));
    assertThat(Json.mapper().valueToTree(files.contractFile("examples", "envelope")).toString())
        .isEqualTo(Json.mapper().readTree(published("examples/envelope.json")).toString());
    assertThat(files.answersSchema("umzug-melden", 1)).asString().contains("json-schema.org");
  }

  /** What the part says: sealed for this unit, and for this place. */
  private static String opened(UnitKeys keys, ApiClient unit, LeasedDelivery delivery, String name)
      throws Exception {
    var sealed =
        JWEObject.parse(
            text(
                new DeliveriesApi(unit)
                    .part(delivery.getDeliveryId(), name, delivery.getLeaseToken())));
    var header = sealed.getHeader();
    assertThat(header.getCustomParam("part")).isEqualTo(name);
    assertThat(header.getCustomParam("ref"))
        .isEqualTo(delivery.getEnvelope().getSubmissionId().toString());
    assertThat(sealed.getAuthTag().toString()).isEqualTo(tags(delivery).get(name));
    var key = keys.privateJwks().getKeyByKeyId(header.getKeyID());
    sealed.decrypt(new ECDHDecrypter(key.toECKey()));
    return sealed.getPayload().toString();
  }

  /** The receipt's claims, signed with a key that the portal publishes. */
  private static JWTClaimsSet receipt(ApiClient unit, LeasedDelivery delivery) throws Exception {
    var receipt = SignedJWT.parse(delivery.getReceipt());
    var key = portalKeys(unit).getKeyByKeyId(receipt.getHeader().getKeyID());
    assertThat(receipt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
    return receipt.getJWTClaimsSet();
  }

  private static JWKSet portalKeys(ApiClient unit) throws Exception {
    return JWKSet.parse(unit.getObjectMapper().writeValueAsString(new PublicApi(unit).keys()));
  }

  private static Map<String, Object> settled(LeasedDelivery delivery) {
    return Map.of(
        "deliveryId", delivery.getDeliveryId().toString(),
        "reference", delivery.getEnvelope().getReference(),
        "tags", tags(delivery));
  }

  private static Map<String, String> tags(LeasedDelivery delivery) {
    return delivery.getParts().stream()
        .collect(Collectors.toMap(SealedPart::getName, SealedPart::getTag));
  }

  private static String event(UnitKeys keys, String type, Map<String, Object> event)
      throws Exception {
    return signed(
        keys,
        "secevent+jwt",
        of(keys)
            .audience(PORTAL)
            .jwtID(UUID.randomUUID().toString())
            .claim("events", Map.of(EVENTS + type, event)));
  }

  private static String registration(UnitKeys keys) throws Exception {
    return signed(
        keys,
        "registration+jwt",
        of(keys)
            .subject(keys.unitId())
            .audience(PORTAL)
            .claim("jwks", keys.publicJwks().toJSONObject())
            .claim("contact", "nora@technik.example")
            .claim("push", "https://eingang.example/konto"));
  }

  private static JWTClaimsSet.Builder of(UnitKeys keys) {
    return new JWTClaimsSet.Builder()
        .issuer(keys.unitId())
        .issueTime(Date.from(CityOfTests.clock().instant()));
  }

  private static String signed(UnitKeys keys, String type, JWTClaimsSet.Builder claims)
      throws Exception {
    var key = keys.signingKey();
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(key.getKeyID())
                .build(),
            claims.build());
    jwt.sign(new ECDSASigner(key.toECKey()));
    return jwt.serialize();
  }

  /** With an access token of the unit's. */
  private ApiClient client(UnitKeys keys) throws Exception {
    var assertion =
        signed(
            keys,
            "JWT",
            of(keys)
                .subject(keys.unitId())
                .audience(PORTAL + "/contract/v1/token")
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(CityOfTests.clock().instant().plusSeconds(60))));
    var client = client();
    var token =
        new AccessApi(client)
            .token(
                "client_credentials",
                keys.unitId(),
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                assertion)
            .getAccessToken();
    return client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + token));
  }

  private ApiClient client() {
    var client = new ApiClient();
    client.updateBaseUri(PORTAL);
    return client.setResponseInterceptor(answer -> {
      if (answer.statusCode() < 300) {
        var path = answer.request().uri().getPath();
        operations().stream()
            .filter(operation ->
                (answer.request().method() + " " + path)
                    .matches(operation.replaceAll("\\{\\w+}", "[^/]+")))
            .forEach(called::add);
      }
    });
  }

  /** All of the OpenAPI file, such as {@code POST /contract/v1/leases}. */
  private static Set<String> operations() {
    Map<String, Map<String, Map<String, ?>>> api = new Yaml().load(published("openapi.yaml"));
    var all = new TreeSet<String>();
    requireNonNull(api.get("paths"))
        .forEach((path, methods) ->
            methods
                .keySet()
                .forEach(method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return all;
  }

  private static String text(File file) throws Exception {
    return Files.readString(file.toPath());
  }

  private static String published(String path) {
    return new String(ContractFiles.find(path).orElseThrow(), UTF_8);
  }
}
