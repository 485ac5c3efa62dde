package ch.meinkonto.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** This library opens what the contract's vectors say a unit must open, and nothing else. */
class UnitConformanceTest {

  private static final JsonNode VECTORS = Files.json("conformance/unit.json");

  @TestFactory
  Stream<DynamicTest> opensWhatAUnitMustOpenAndNothingElse() throws ParseException {
    Opening opening = Opening.with(JWKSet.parse(VECTORS.get("keys").toString()));
    return VECTORS
        .get("cases")
        .valueStream()
        .map(one ->
            DynamicTest.dynamicTest(
                one.get("name").asString(),
                () -> assertThat(came(opening, one)).isEqualTo(due(one))));
  }

  private static Map<String, Object> came(Opening opening, JsonNode one) {
    Opening.Result result =
        opening.open(
            one.get("jwe").asString(),
            one.get("part").asString(),
            SubmissionId.of(one.get("submission").asString()));
    return switch (result) {
      case Opening.Opened opened ->
          Map.of(
              "content", Base64.getEncoder().encodeToString(opened.content()),
              "mediaType", opened.mediaType(),
              "tag", opened.tag());
      case Opening.NotForUs(var kid) -> Map.of("notForUs", String.valueOf(kid));
      case Opening.Damaged(var damage) -> Map.of("damage", damage.name());
    };
  }

  private static Map<String, Object> due(JsonNode one) {
    Map<String, Object> due = new LinkedHashMap<>();
    one.get("expect").properties().forEach(e -> due.put(e.getKey(), e.getValue().asString()));
    return due;
  }
}
