package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.yaml.Findings;
import ch.meinkonto.platform.yaml.Localized;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A form whose sender chooses among the city's units, each of which gets a request of its own. */
class PerUnitTest {

  private static final String FORM =
      """
      level: login
      per-unit: an
      form:
        steps:
          - id: s
            title: S
            fields:
              - { id: an, type: choices, label: Stellen, options: units, max: 3 }
              - { id: was, type: text, label: Was }
      """;

  @Test
  void offersTheUnitsByName() {
    var form = SampleForms.of(FORM);
    assertThat(form.perUnit()).contains("an");
    assertThat(((Field.ChoicesField) form.field("an").orElseThrow()).options())
        .hasSameSizeAs(SampleForms.UNITS)
        .extracting(option -> option.label().plain().in("de"))
        .contains("Steueramt")
        .isSortedAccordingTo(java.text.Collator.getInstance(java.util.Locale.GERMAN));
    assertThat(problems(form, "steueramt", "schulamt")).isEmpty();
    assertThat(problems(form, "gibtsnicht")).containsExactly("an: option");
    assertThat(problems(form, "steueramt", "schulamt", "ewz", "oiz")).containsExactly("an: max");
    assertThat(problems(form)).containsExactly("an: required");
  }

  private static List<String> problems(Form form, String... units) {
    return Validation.assess(form, Map.of("an", List.of(units), "was", "x"), SampleForms.NOW)
        .problems()
        .stream()
        .map(problem -> problem.path() + ": " + problem.rule())
        .toList();
  }

  /** A new unit is a file, and asks nobody for another version of a form. */
  @Test
  void itsSchemaPromisesTheSameWhicheverUnitsThereAre() {
    var json = JsonMapper.builder().build();
    var all = json.writeValueAsString(schema(SampleForms.of(FORM)));
    var few =
        json.writeValueAsString(
            schema(
                SampleForms.read(FORM, SampleForms.UNITS.subList(0, 3), new Findings())
                    .orElseThrow()));
    assertThat(all).contains("x-options", "Steueramt").isNotEqualTo(few);
    assertThat(SchemaShape.of(all, json)).isEqualTo(SchemaShape.of(few, json));
  }

  private static Map<String, Object> schema(Form form) {
    return AnswersSchema.of(form, Localized.only("de", "Test"), (key, _) -> key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          per-unit: an | per-unit: was | “was” is no field of the type choices with “options: units”
          per-unit: an | per-unit: wo | “wo” is no field of the type choices with “options: units”
          options: units | options: [{ id: a, label: A }] | “an” is no field of the type choices with “options: units”
          max: 3 | max: 3, required: false | “an” must always be asked, and one unit must be enough
          max: 3 | max: 3, min: 2 | “an” must always be asked, and one unit must be enough
          max: 3 | max: 3, when: "year(today()) > 2020" | “an” must always be asked, and one unit must be enough
          max: 3 | max: 21 | must be a whole number from 1 to 20
          label: Was | label: Was, when: "contains(an, 'ewz')" | what a unit gets can’t depend on “an”, on whom else somebody asks
          label: Was | label: Was, required: "count(an) > 1" | what a unit gets can’t depend on “an”, on whom else somebody asks
          level: login | level: none | a service with “per-unit” has a login
          level: login | "{ level: login, route: { value: was } }" | a service with “per-unit” has no fee, no route and no copies
          """)
  void saysWhatIsWrong(String from, String to, String finding) {
    var findings = new Findings();
    var yaml = to.startsWith("{") ? FORM + "route: { value: was }\n" : FORM.replace(from, to);
    SampleForms.read(yaml, findings);
    assertThat(findings.toString()).contains(finding);
  }

  @Test
  void aFeeWouldBePaidOnce() {
    var findings = new Findings();
    SampleForms.read(FORM + "  fee: { amount: \"30\" }\n", findings);
    assertThat(findings.toString()).contains("has no fee, no route and no copies");
  }
}
