package ch.meinkonto.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.ContractFiles;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.LeaseResponse;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.request.Handover;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeardConversation;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** This portal answers as the contract's conformance cases say, each with an office of its own. */
class ConformanceTest {

  private static final String SCHEMAS = "https://meinkonto.ch/contract/v1/schemas/";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry -> registry.schemas(published("lease-response", "delivery", "envelope")));

  @TestFactory
  Stream<DynamicTest> thePortalAnswersAsTheContractSays() {
    return Json.mapper()
        .readTree(file("conformance/portal.json"))
        .get("cases")
        .valueStream()
        .map(one -> DynamicTest.dynamicTest(one.get("name").asString(), () -> run(one)));
  }

  private static void run(JsonNode one) {
    var scene = new ConformanceScene(one.get("given"));
    var answer = scene.send(one.get("send"));
    var expect = one.get("expect");
    assertThat(answer.status()).isEqualTo(expect.get("status").asInt());
    expect
        .properties()
        .forEach(promise -> check(promise.getKey(), promise.getValue(), scene, answer));
  }

  private static void check(
      String promise, JsonNode value, ConformanceScene scene, Door.Answer answer) {
    switch (promise) {
      case "status" -> assertThat(answer.status()).isEqualTo(value.asInt());
      case "problem" -> assertThat(answer.problem()).isEqualTo(value.asString());
      case "detail" ->
          assertThat(Json.mapper().readTree(answer.body()).path("detail").asString())
              .startsWith(value.asString());
      case "error" ->
          assertThat(Json.mapper().readTree(answer.body()).get("error")).isEqualTo(value);
      case "body" -> assertThat(Json.mapper().readTree(answer.body())).isEqualTo(value);
      case "mediaType" -> assertThat(answer.mediaType()).isEqualTo(value.asString());
      case "schema" -> assertThat(flaws(value.asString(), answer.body())).isEmpty();
      case "deliveries" ->
          assertThat(Json.read(answer.body(), LeaseResponse.class).deliveries())
              .hasSize(value.asInt());
      case "then" -> consequence(value.asString(), scene);
      default -> throw new AssertionError("Nobody knows how to expect “" + promise + "”");
    }
  }

  private static void consequence(String then, ConformanceScene scene) {
    if (then.endsWith("activated")) {
      assertThat(scene.activation().activated()).isEqualTo(then.equals("activated"));
      return;
    }
    var sent = scene.sent();
    var parts =
        CityOfTests.portal().bean(Handover.class).parts(SubmissionId.of(sent.id()), Long.MAX_VALUE);
    switch (then) {
      case "kept" -> assertThat(parts).isNotEmpty();
      case "erased" -> assertThat(parts).isEmpty();
      case "offered" -> {
        CityOfTests.clock().tick(Duration.ofHours(1));
        assertThat(scene.door().lease(1, 60)).hasSize(1);
      }
      case "set-aside" ->
          assertThat(CityOfTests.portal().bean(Deliveries.class).setAside())
              .anyMatch(aside -> aside.unit().equals(sent.unit().value()));
      case "in-thread" ->
          assertThat(CityOfTests.portal().bean(HeardConversation.class).story(sent))
              .containsExactly(
                  "opened", "accepted", scene.event().replaceFirst("-with-fields$", ""));
      default -> throw new AssertionError("Nobody knows what “" + then + "” is");
    }
  }

  private static List<?> flaws(String schema, String body) {
    return REGISTRY
        .getSchema(SchemaLocation.of(SCHEMAS + schema + ".json"))
        .validate(Json.mapper().readTree(body));
  }

  private static Map<String, String> published(String... schemas) {
    return Stream.of(schemas)
        .collect(
            Collectors.toMap(
                name -> SCHEMAS + name + ".json", name -> file("schemas/" + name + ".json")));
  }

  private static String file(String path) {
    return new String(
        ContractFiles.find(path).orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
