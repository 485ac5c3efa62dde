package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.catalogue.Audience;
import ch.meinkonto.catalogue.Level;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.CitySnapshot;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.yaml.Findings;
import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.Localized;
import ch.meinkonto.platform.yaml.YamlFile;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A city changes a form; requests under the earlier version lie sealed still. */
class PublishedSchemasTest {

  private static final String DOG = "{ id: hund, type: text, label: Hund }";
  private static final String DOG_WORDED_BETTER = "{ id: hund, type: text, label: Ihr Hund }";
  private static final String DOG_AND_CAT = DOG + ", { id: katze, type: yes-no, label: Katze }";

  private final PublishedSchemas schemas = CityOfTests.portal().bean(PublishedSchemas.class);
  private final SchemaGuard guard = CityOfTests.portal().bean(SchemaGuard.class);
  private final Browser browser = new Browser(CityOfTests.portal().address().getPort());
  private final ServiceId service = new ServiceId("tier-" + UUID.randomUUID());

  @Test
  void everyVersionStaysUnderItsAddress() {
    schemas.publish(form(1, DOG));
    schemas.publish(form(2, DOG_AND_CAT));

    assertThat(published(1).at("/properties/hund/title").asString()).isEqualTo("Hund");
    assertThat(published(1).at("/properties/katze").isMissingNode()).isTrue();
    assertThat(published(2).at("/properties/katze/type").asString()).isEqualTo("boolean");
    assertThat(published(1).get("$id").asString())
        .isEqualTo(CityOfTests.portal().address() + "/schemas/" + service + "/1.json");
    assertThat(browser.get("/schemas/" + service + "/3.json").status()).isEqualTo(404);
  }

  @Test
  void theFormsOfTheCityArePublishedWhenThePortalStarts() {
    var schema = JsonMapper.shared().readTree(browser.get("/schemas/umzug-melden/1.json").body());

    assertThat(schema.get("title").asString()).startsWith("Umzug");
    assertThat(schema.get("x-steps").size()).isGreaterThan(2);
  }

  @Test
  void untilSomethingIsSentAVersionMayChange() {
    schemas.publish(form(1, DOG));

    assertThat(schemas.isPromisedOtherwise(form(1, DOG_AND_CAT))).isFalse();
    schemas.publish(form(1, DOG_AND_CAT));

    assertThat(published(1).at("/properties/katze").isObject()).isTrue();
  }

  @Test
  void onceSomethingIsSentOnlyItsWordsMayChange() {
    schemas.publish(form(1, DOG));
    schemas.bind(service, 1);

    assertThat(schemas.isPromisedOtherwise(form(1, DOG_AND_CAT))).isTrue();
    schemas.publish(form(1, DOG_AND_CAT));
    assertThat(published(1).at("/properties/katze").isMissingNode()).isTrue();
    schemas.publish(form(1, DOG_WORDED_BETTER));
    assertThat(published(1).at("/properties/hund/title").asString()).isEqualTo("Ihr Hund");
    assertThat(schemas.isPromisedOtherwise(form(2, DOG_AND_CAT))).isFalse();
  }

  @Test
  void aChangeUnderTheSameVersionIsAFindingWithFileAndLine() {
    schemas.publish(form(1, DOG));
    schemas.bind(service, 1);

    var city =
        new CitySnapshot(
            Map.of(CityForms.class, new CityForms(Map.of(service, form(1, DOG_AND_CAT)))));

    assertThat(guard.objections(city))
        .singleElement()
        .hasToString(
            "services/tier.yaml:7: requests were sent under version 1 and the form now asks for"
                + " something else: raise it to 2");
  }

  private JsonNode published(int version) {
    var answer = browser.get("/schemas/" + service + "/" + version + ".json");
    assertThat(answer.status()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private ServiceForm form(int version, String fields) {
    var findings = new Findings();
    var node =
        YamlFile.parse(
            Path.of("test.yaml"),
            "form: { steps: [{ id: s, title: S, fields: [" + fields + "] }] }",
            findings);
    var header = new ServiceHeader(service.value(), version, Languages.of("de"));
    var form = FormReader.read(node, header).orElseThrow();
    return new ServiceForm(
        form,
        Localized.only("de", "Tier"),
        new UnitId("amt-1"),
        Level.NONE,
        Audience.EVERYBODY,
        false,
        Path.of("services/tier.yaml"),
        7);
  }
}
