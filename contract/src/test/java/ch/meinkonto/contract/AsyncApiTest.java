package ch.meinkonto.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AsyncApiTest {

  private static final JsonNode API = Files.yaml("asyncapi.yaml");
  private static final Path ASYNCAPI = Path.of("src/test/resources/asyncapi/3.1.0.json");

  @Test
  void isWrittenAsAsyncApiWants() throws IOException {
    Schema asyncApi =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(java.nio.file.Files.readString(ASYNCAPI));
    assertThat(asyncApi.validate(API)).isEmpty();
    ObjectNode wrong = (ObjectNode) API.deepCopy();
    ((ObjectNode) wrong.at("/operations/push")).put("action", "shout");
    assertThat(asyncApi.validate(wrong)).isNotEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(API.findValues("$ref"))
        .hasSizeGreaterThan(50)
        .allSatisfy(reference ->
            assertThat(Files.target(API, reference.asString()).isMissingNode()).isFalse());
  }

  @Test
  void hasWhatIsPushedAndWhatUnitsSayAndNothingElse() {
    assertThat(schemas("deliveries").keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(SubmissionKind.values()).map(AsyncApiTest::code).toList());
    assertThat(schemas("events").keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(EventType.values()).map(EventType::code).toList());
    assertThat(API.at("/components/messages").size())
        .isEqualTo(SubmissionKind.values().length + EventType.values().length);
  }

  @ParameterizedTest
  @EnumSource
  void aPushIsTheMessageOfItsKind(SubmissionKind kind) {
    ObjectNode push = (ObjectNode) Files.json("examples/push-delivery.json");
    ((ObjectNode) push.at("/delivery/envelope")).put("kind", code(kind)).put("inReplyTo", "q-1");
    assertThat(fitting("deliveries", push)).containsExactly(code(kind));
  }

  @Test
  void anEventIsTheMessageOfItsType() {
    for (String example : Files.names("examples")) {
      if (example.startsWith("security-event-")) {
        JsonNode claims = Files.json("examples/" + example + ".json");
        String uri = claims.get("events").propertyNames().iterator().next();
        assertThat(fitting("events", claims))
            .as(example)
            .containsExactly(EventType.ofUri(uri).orElseThrow().code());
      }
    }
  }

  @Test
  void everyExampleIsOneOfItsMessage() {
    for (JsonNode message : API.at("/components/messages")) {
      Schema schema = schema(message);
      for (JsonNode example : message.path("examples")) {
        JsonNode payload = Files.target(API, example.at("/payload/$ref").asString());
        assertThat(schema.validate(payload)).as(message.get("name").asString()).isEmpty();
      }
    }
    assertThat(API.findValues("examples").toString())
        .contains(
            Files.names("examples").stream()
                .filter(name -> name.startsWith("security-event-") || name.startsWith("push-"))
                .toList());
  }

  /** The names of the messages that this could be. */
  private static List<String> fitting(String channel, JsonNode payload) {
    return schemas(channel).entrySet().stream()
        .filter(message -> message.getValue().validate(payload).isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, Schema> schemas(String channel) {
    return API.at("/channels/" + channel + "/messages")
        .valueStream()
        .map(message -> Files.target(API, message.get("$ref").asString()))
        .collect(Collectors.toMap(message -> message.get("name").asString(), AsyncApiTest::schema));
  }

  private static Schema schema(JsonNode message) {
    return Files.schemaIn("asyncapi.yaml", message.at("/payload/schema"));
  }

  private static String code(SubmissionKind kind) {
    return Json.mapper().valueToTree(kind).asString();
  }
}
