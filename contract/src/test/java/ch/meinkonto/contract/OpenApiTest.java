package ch.meinkonto.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

  private static final JsonNode API = Files.yaml("openapi.yaml");

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    API.findValues("$ref").forEach(ref -> references.add(ref.asString()));
    API.findValues("externalValue").forEach(ref -> references.add(ref.asString()));
    assertThat(references).hasSizeGreaterThan(50);
    for (String reference : references) {
      assertThat(Files.target(API, reference).isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void everyExampleIsAsItsSchemaWants() {
    List<JsonNode> contents = API.findParents("examples");
    assertThat(contents).hasSizeGreaterThan(15);
    for (JsonNode content : contents) {
      Schema schema = Files.schemaIn("openapi.yaml", content.get("schema"));
      for (JsonNode example : content.get("examples")) {
        JsonNode value =
            example.has("value")
                ? example.get("value")
                : Files.target(API, example.get("externalValue").asString());
        assertThat(schema.validate(value)).as(example.toString()).isEmpty();
      }
    }
  }

  @Test
  void everyOperationHasAName() {
    List<String> names = operationIds();
    assertThat(names)
        .contains("token", "lease", "part", "release", "event", "push")
        .doesNotHaveDuplicates();
  }

  @Test
  void everyOperationForUnitsSaysHowItRefuses() {
    for (JsonNode path : API.get("paths")) {
      for (JsonNode operation : path) {
        if (!operation.has("security")) {
          assertThat(operation.get("responses").propertyNames())
              .as(operation.get("operationId").asString())
              .contains("401", "429", "503");
        }
      }
    }
  }

  @Test
  void theProblemsAreThoseOfTheCode() {
    Set<Problem> described = new HashSet<>();
    for (JsonNode response : API.at("/components/responses")) {
      JsonNode content = response.at("/content/application~1problem+json/examples");
      if (!content.isMissingNode()) {
        content.forEach(example ->
            described.add(Json.mapper().treeToValue(example.get("value"), Problem.class)));
      }
    }
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemType.values()).map(type -> Problem.of(type, null)).toList());
  }

  @Test
  void everyConformanceCaseAsksForSomethingThatTheContractSays() {
    Set<String> names = new HashSet<>();
    for (JsonNode one : Files.json("conformance/portal.json").get("cases")) {
      assertThat(names.add(one.get("name").asString())).isTrue();
      assertThat(operationIds()).contains(one.at("/send/operation").asString());
      JsonNode problem = one.at("/expect/problem");
      if (!problem.isMissingNode()) {
        assertThat(ProblemType.values())
            .filteredOn(type -> type.code().equals(problem.asString()))
            .singleElement()
            .satisfies(
                type -> assertThat(one.at("/expect/status").asInt()).isEqualTo(type.status()));
      }
    }
    assertThat(names).hasSizeGreaterThan(25);
  }

  private static List<String> operationIds() {
    return API.findValues("operationId").stream().map(JsonNode::asString).toList();
  }
}
