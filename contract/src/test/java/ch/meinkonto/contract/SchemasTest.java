package ch.meinkonto.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SchemasTest {

  private static final ECKey KEY = Keys.ecSigning("k-1");

  private static final Map<String, Class<?>> RECORDS =
      Map.ofEntries(
          Map.entry("envelope", Envelope.class),
          Map.entry("metadata", Metadata.class),
          Map.entry("answer-text", AnswerText.class),
          Map.entry("withdrawal", Withdrawal.class),
          Map.entry("delivery-notice", DeliveryNotice.class),
          Map.entry("activation-code", ActivationCode.class),
          Map.entry("activation-letter", ActivationLetter.class),
          Map.entry("activation-end", ActivationEnd.class),
          Map.entry("delivery", Delivery.class),
          Map.entry("lease-request", LeaseRequest.class),
          Map.entry("lease-response", LeaseResponse.class),
          Map.entry("push-delivery", PushDelivery.class),
          Map.entry("token-response", TokenResponse.class),
          Map.entry("conformance-report", ConformanceReport.class),
          Map.entry("registration-status", RegistrationStatus.class),
          Map.entry("offer", Offer.class),
          Map.entry("offer-status", OfferStatus.class),
          Map.entry("places-freed", PlacesFreed.class),
          Map.entry("draw", Draw.class),
          Map.entry("calendar", Calendar.class),
          Map.entry("problem", Problem.class));

  static List<String> schemas() {
    return Files.names("schemas");
  }

  /** The examples of a key set are real keys, below. */
  static List<String> schemasWithExamples() {
    return schemas().stream().filter(schema -> !schema.equals("jwks")).toList();
  }

  static List<String> examples() {
    return Files.names("examples");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleFitsItsSchema(String example) {
    JsonNode json = Files.json("examples/" + example + ".json");
    assertThat(Files.flaws(schemaOf(example), json)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsReadAndWrittenWithoutLoss(String example) {
    JsonNode json = Files.json("examples/" + example + ".json");
    Class<?> type = RECORDS.get(schemaOf(example));
    if (type != null) {
      Object read = Json.mapper().treeToValue(json, type);
      assertThat(Json.mapper().readTree(Json.write(read))).isEqualTo(json);
    }
  }

  @ParameterizedTest
  @MethodSource("schemasWithExamples")
  void everySchemaHasAnExampleAndBites(String schema) {
    String example =
        examples().stream().filter(e -> schemaOf(e).equals(schema)).findFirst().orElseThrow();
    ObjectNode json = (ObjectNode) Files.json("examples/" + example + ".json");
    for (JsonNode required : Files.json("schemas/" + schema + ".json").get("required")) {
      assertThat(Files.flaws(schema, json.deepCopy().without(required.asString())))
          .as("without %s", required)
          .isNotEmpty();
    }
  }

  /** Generators name their types so; and they fetch what an {@code $id} says. */
  @ParameterizedTest
  @MethodSource("schemas")
  void everySchemaHasANameAndNoOtherAddress(String schema) {
    JsonNode json = Files.json("schemas/" + schema + ".json");
    assertThat(json.get("title").asString())
        .matches("[A-Z][A-Za-z]+")
        .isEqualToIgnoringCase(schema.replace("-", ""));
    assertThat(json.has("$id")).isFalse();
  }

  static Stream<Arguments> records() {
    Delivery leased = delivery("lease-1", Samples.NOW);
    return Stream.of(
        Arguments.of("envelope", Samples.envelope()),
        Arguments.of("metadata", Samples.metadata()),
        Arguments.of("answer-text", new AnswerText("q-1", "Ja")),
        Arguments.of(
            "answer-text",
            new AnswerText(
                "q-2",
                "Ja",
                Json.mapper().readTree("{\"a\":true}"),
                Json.mapper().readTree("{\"type\":\"object\"}"))),
        Arguments.of("withdrawal", new Withdrawal("")),
        Arguments.of(
            "delivery-notice",
            new DeliveryNotice("v-1", DeliveryOutcome.UNDELIVERABLE, Samples.NOW, null, "a.b.c")),
        Arguments.of("activation-code", new ActivationCode("7KQ2-M9XD")),
        Arguments.of(
            "activation-letter", new ActivationLetter(Map.of("customer-number", "4711 0815"))),
        Arguments.of("activation-end", new ActivationEnd(Samples.LINK)),
        Arguments.of("delivery", leased),
        Arguments.of("lease-request", new LeaseRequest(50, 20, 3600)),
        Arguments.of("lease-response", new LeaseResponse(List.of(leased))),
        Arguments.of(
            "push-delivery",
            new PushDelivery(
                delivery(null, null), Map.of("metadata", "a.b.c.d.e", "data", "a.b.c..e"))),
        Arguments.of("token-response", new TokenResponse("t", "Bearer", 300)),
        Arguments.of("problem", Problem.of(ProblemType.LEASE_LOST, null)));
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyRecordIsWrittenAsItsSchemaWants(String schema, Object record) {
    assertThat(Files.flaws(schema, Json.mapper().readTree(Json.write(record)))).isEmpty();
    assertThat(Json.read(Json.write(record), record.getClass())).isEqualTo(record);
  }

  @Test
  void everySignedThingIsWrittenAsItsSchemaWants() {
    for (Receipt receipt : List.of(Samples.receipt(), Samples.evidence())) {
      String signed = Receipts.sign(receipt, KEY);
      assertThat(Files.flaws("receipt", claims(signed))).isEmpty();
      assertThat(Receipts.verify(signed, new JWKSet(KEY.toPublicJWK())))
          .isEqualTo(new Checked.Valid<>(receipt));
    }
    for (UnitEvent event : Samples.events()) {
      JsonNode claims = claims(SecurityEvents.sign(Samples.token(event), KEY));
      assertThat(Files.flaws("security-event", claims)).isEmpty();
    }
  }

  @Test
  void nothingCountsAsDeliveredBeforeTheSeventhDay() {
    Formal decision = Formal.of(Formal.Kind.DECISION);
    assertThatThrownBy(decision::deemedThen).isInstanceOf(IllegalArgumentException.class);
    Formal six = decision.within(6);
    assertThatThrownBy(six::deemedThen).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> decision.within(91)).isInstanceOf(IllegalArgumentException.class);

    String event = Files.text("examples/security-event-message-formal.json");
    assertThat(Files.flaws("security-event", Json.mapper().readTree(event))).isEmpty();
    for (String wrong :
        List.of(
            event.replace("\"days\": 7,", ""),
            event.replace("\"days\": 7", "\"days\": 6"),
            event.replace("\"messageId\": \"v-2026-4711\",", ""))) {
      JsonNode claims = Json.mapper().readTree(wrong);
      assertThat(Files.flaws("security-event", claims)).as(wrong).isNotEmpty();
      assertThatThrownBy(() ->
              Json.mapper()
                  .treeToValue(claims.get("events").iterator().next(), UnitEvent.Message.class))
          .isInstanceOf(tools.jackson.core.JacksonException.class);
    }
  }

  @Test
  void aLinkTellsNothingAndHasAnEnd() {
    for (String link : List.of("", "a b", "ü", "x".repeat(201), "<b>")) {
      assertThatThrownBy(() -> new ActivationLink(link))
          .isInstanceOf(IllegalArgumentException.class);
      JsonNode event =
          claims(
              SecurityEvents.sign(
                  Samples.token(new UnitEvent.ActivationRevoked(Samples.LINK)), KEY));
      ((ObjectNode) event.get("events").iterator().next()).put("link", link);
      assertThat(Files.flaws("security-event", event)).isNotEmpty();
    }
    assertThat(Samples.LINK.toString()).doesNotContain(Samples.LINK.value());
    assertThat(new ActivationCode("7KQ2-M9XD").toString()).doesNotContain("7KQ2");
    assertThat(new ActivationLetter(Map.of("customer-number", "4711")).toString())
        .doesNotContain("4711");
  }

  @Test
  void readsDocumentsOfTwentyMegabytes() {
    Document large = Document.of("Plan.pdf", "application/pdf", new byte[20 * 1024 * 1024]);
    assertThat(Json.read(Json.write(large), Document.class)).isEqualTo(large);
  }

  @Test
  void publishedKeysFitAndPrivateOnesDoNot() {
    JWKSet keys = new JWKSet(List.<JWK>of(KEY, Ed25519.generate("push-1")));
    assertThat(Files.flaws("jwks", Json.mapper().readTree(keys.toString(true)))).isEmpty();
    assertThat(Files.flaws("jwks", Json.mapper().readTree(keys.toString(false)))).isNotEmpty();
  }

  @Test
  void findsNoFileButThePublishedOnes() {
    assertThat(ContractFiles.find("schemas/envelope.json")).isPresent();
    for (String path : List.of("", "schemas", "../../x", "schemas/../openapi.yaml", "a.json")) {
      assertThat(ContractFiles.find(path)).isEmpty();
    }
  }

  private static Delivery delivery(
      @org.jspecify.annotations.Nullable String lease,
      @org.jspecify.annotations.Nullable Instant until) {
    SubmissionId ref = SubmissionId.of(Samples.REQUEST);
    Sealing sealing = Sealing.forKey(Keys.ecSealing("dav-enc-1"));
    return new Delivery(
        new DeliveryId(UUID.randomUUID()),
        lease,
        until,
        1,
        Samples.envelope(),
        List.of(
            sealing.seal(Part.METADATA, "application/json", new byte[] {1}, ref).part(),
            sealing.seal(Part.DATA, "application/json", new byte[] {1}, ref).part()),
        Receipts.sign(Samples.receipt(), KEY));
  }

  private static JsonNode claims(String jws) {
    return Json.mapper()
        .readTree(new String(Base64.getUrlDecoder().decode(jws.split("\\.", 3)[1]), UTF_8));
  }

  private static String schemaOf(String example) {
    return schemas().stream()
        .filter(example::startsWith)
        .max(Comparator.comparingInt(String::length))
        .orElseThrow();
  }
}
