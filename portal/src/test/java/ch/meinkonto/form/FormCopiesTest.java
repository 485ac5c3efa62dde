package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.directory.Unit;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.yaml.Findings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What units get that do not decide. */
class FormCopiesTest {

  private static final String FORM =
      """
      form:
        steps:
          - { id: anlass, title: Anlass, fields: [{ id: titel, type: text, label: Titel }] }
          - id: abfall
            title: Abfall
            fields:
              - { id: tonnen, type: number, label: Tonnen }
              - { id: plan, type: upload, label: Plan, accept: [pdf], required: false }
          - id: kueche
            title: Küche
            when: "tonnen > 5"
            fields: [{ id: gas, type: yes-no, label: Gas }]
          - id: person
            title: Person
            fields:
              - { id: name, type: text, label: Name }
              - { id: ausweis, type: upload, label: Ausweis, accept: [pdf], required: false }
        calculated:
          - { id: gross, value: "tonnen > 5" }
      copies:
      """;
  private static final String WASTE =
      "  - { unit: abfall, why: Holt ihn ab, when: \"tonnen > 0\", steps: [abfall, anlass] }\n";
  private static final String FIRE = "  - { unit: feuerwehr, why: Schaut, steps: [kueche] }\n";

  @Test
  void aCopyHasTheAnswersOfItsStepsAndNothingElse() {
    var files = List.of(file("u-1"));
    var copies =
        copies(
            Map.of(
                "titel",
                "Fest",
                "tonnen",
                "6",
                "gas",
                "true",
                "name",
                "Anna",
                "ausweis",
                List.of(file("u-2")),
                "plan",
                files));

    var waste = copies.getFirst();
    assertThat(waste.to().unit().value()).isEqualTo("abfall");
    assertThat(waste.answers().keySet()).containsExactly("titel", "tonnen", "plan");
    assertThat(waste.attachments()).containsExactly("u-1");
    assertThat(waste.answers().get("plan")).asString().contains("attachment-1");
    assertThat(copies.getLast().answers()).isEqualTo(Map.of("gas", true));
  }

  @Test
  void whatIsNotAskedGoesNowhere() {
    assertThat(copies(Map.of("titel", "Fest", "tonnen", "3", "gas", "true", "name", "Anna")))
        .extracting(copy -> copy.to().unit().value())
        .containsExactly("abfall");
    assertThat(copies(Map.of("titel", "Fest", "tonnen", "0", "name", "Anna"))).isEmpty();
  }

  @Test
  void nothingGoesToAUnitThatOnlyTriesOutItsSystem() {
    var fire = triesOut("feuerwehr", SampleForms.UNITS.getFirst());
    var form = SampleForms.read(FORM + WASTE + FIRE, List.of(fire), new Findings()).orElseThrow();
    var given = Map.of("titel", "Fest", "tonnen", "6", "gas", "true", "name", "Anna");
    var assessment = Validation.assess(form, given, SampleForms.NOW);

    assertThat(assessment.copies())
        .extracting(copy -> copy.to().unit().value())
        .containsExactly("abfall");
    assertThat(Validation.copies(form, assessment.frame(), Form.Copy::rehearsed))
        .extracting(copy -> copy.to().unit().value())
        .containsExactly("feuerwehr");
  }

  @Test
  void whatIsWrongIsFound() {
    assertFinding("  - { unit: abfall, why: Holt, steps: [muell] }\n", "there is no step “muell”");
    assertFinding(WASTE + WASTE, "the unit “abfall” gets two copies");
    assertFinding("  - { unit: abfall, why: Holt }\n", "steps");
    assertFinding("  - { unit: abfall, steps: [abfall] }\n", "why");
    assertFinding(
        "  - { unit: abfall, why: Holt, when: \"saecke > 1\", steps: [abfall] }\n", "saecke");
  }

  private static Unit triesOut(String id, Unit like) {
    return new Unit(
        new UnitId(id),
        like.department(),
        like.name(),
        like.about(),
        null,
        true,
        0,
        like.channel(),
        like.contact());
  }

  private static void assertFinding(String copies, String words) {
    var findings = new Findings();
    assertThat(SampleForms.read(FORM + copies, findings)).isEmpty();
    assertThat(findings.toString()).contains(words);
  }

  private static List<Assessment.Copy> copies(Map<String, ?> given) {
    return Validation.assess(SampleForms.of(FORM + WASTE + FIRE), given, SampleForms.NOW).copies();
  }

  private static Map<String, Object> file(String id) {
    return Map.of("id", id, "fileName", "plan.pdf", "mediaType", "application/pdf", "size", 20L);
  }
}
