package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.yaml.Findings;
import ch.meinkonto.platform.yaml.YamlFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a form, told by examples. */
class RuleExamplesTest {

  private static final Form FORM =
      SampleForms.of(
          """
          form:
            steps:
              - id: bestellung
                title: Bestellung
                fields:
                  - { id: kopien, type: number, label: Anzahl, min: 1, max: 5 }
                  - { id: lieferung, type: choice, label: Lieferung, options: [{ id: mitteilung, label: M }, { id: post, label: P }] }
                  - { id: datum, type: date, label: Datum, min: today() }
                  - { id: seit, type: month, label: Seit, max: today() }
                  - { id: ausweis, type: upload, label: Ausweis, accept: [pdf], max-files: 2 }
                  - id: personen
                    type: group
                    label: Personen
                    item-label: "{nr}"
                    add-label: Mehr
                    fields:
                      - { id: geburt, type: date, label: Geburt, max: today() }
              - id: adresse
                title: Adresse
                when: "lieferung = 'post'"
                fields:
                  - { id: adresse, type: address, label: Adresse }
            calculated:
              - { id: zone, value: "lookup(zonen, adresse.plz)" }
            rules:
              - { that: "kopien <= 3 or lieferung = 'mitteilung'", at: kopien, error: Per Post nicht. }
            fee:
              lines:
                - { label: Kopien, amount: "30 * kopien" }
                - { label: Porto, amount: "lookup(porto, 'brief')", when: "lieferung = 'post'" }
          route:
            value: "zone"
          copies:
            - { unit: archiv, why: Sammelt, when: "lieferung = 'post'", steps: [adresse] }
          tables:
            zonen: { "8001": kreis-1 }
            porto: { brief: 8 }
          """);

  private static final String ANSWERS =
      """
      answers:
        kopien: 2
        lieferung: mitteilung
        datum: "= today() + days(10)"
        seit: "= today() - months(1)"
        ausweis: [ausweis.pdf]
        personen:
          - { geburt: 1990-01-31 }
        adresse: { strasse: Bahnhofstrasse, hausnummer: "1", plz: "8001", ort: Zürich, land: CH }
      examples:
      """;

  @Test
  void tellsTheRulesAsTheyAre() {
    assertThat(
            findings(
                """
                  - { name: Thirty francs each, fee: 60, copies: [], not-asked: [adresse] }
                  - { name: By post it costs more, change: { lieferung: post }, fee: "= 60 + lookup(porto, 'brief')", office: kreis-1, calculated: { zone: kreis-1 }, copies: [archiv] }
                  - { name: By post at most three, change: { lieferung: post, kopien: 4 }, refused: kopien }
                  - { name: By post to somewhere, change: { lieferung: post, adresse: ~ }, asked: [adresse, adresse.plz] }
                  - { name: In the country, change: { lieferung: post, adresse: { strasse: A, hausnummer: "1", plz: "801", ort: B } }, refused: adresse.plz }
                  - { name: Nobody is born tomorrow, change: { personen: [{ geburt: 1990-01-31 }, { geburt: "= today() + days(1)" }] }, refused: personen.1.geburt, asked: [personen.1.geburt], not-asked: [personen.2] }
                  - { name: PDF only, change: { ausweis: [bild.png] }, refused: ausweis }
                  - { name: On this day, now: 2026-11-30T09:00, change: { datum: 2026-11-30 } }
                  - { name: Not the day after, now: 2026-12-01T09:00, change: { datum: 2026-11-30 }, refused: datum }
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          fee: 61                                          | “x”, on 2026-11-24: expected the fee to be 61, but it is 60
          refused: kopien                                  | “x”, on 2026-11-24: expected to be refused at “kopien”, but it is accepted
          refused: kopien, change: { datum: ~ }            | “x”, on 2026-11-24: expected to be refused at “kopien”, but it is refused at “datum” (required)
          refused: kopien, change: { kopien: 9, datum: ~ } | “x”, on 2026-11-24: expected to be refused nowhere else, but it is refused at “datum” (required)
          change: { lieferung: post, kopien: 4 }           | “x”, on 2026-11-24: expected to be accepted, but it is refused at “kopien” (Per Post nicht.)
          asked: [adresse]                                 | “x”, on 2026-11-24: expected “adresse” to be asked, but it is not
          not-asked: [kopien]                              | “x”, on 2026-11-24: expected “kopien” not to be asked, but it is
          not-asked: [personen.0.geburt]                   | “x”, on 2026-11-24: expected “personen.0.geburt” not to be asked, but it is
          office: kreis-1                                  | “x”, on 2026-11-24: expected the office to be kreis-1, but it is nothing
          calculated: { zone: 1 }                          | “x”, on 2026-11-24: expected zone to be 1, but it is nothing
          copies: [archiv]                                 | “x”, on 2026-11-24: expected the copies to be [archiv], but it is []
          change: { datum: 2027-01-01 }                    | “x”, on 2027-01-02: expected to be accepted, but it is refused at “datum” (min)
          """)
  void saysWhatWasExpectedAndWhatCameInstead(String example, String finding) {
    assertThat(findings("  - { name: x, " + example + " }\n")).containsExactly(finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          fees: 61                       | unknown key “fees”; known here: asked, calculated, calendars, change, copies, fee, name, not-asked, now, offer, office, refused
          refused: kopie                 | there is no field “kopie”; did you mean “kopien”?
          refused: personen.0.gebur      | there is no field “personen.0.gebur”; did you mean “personen”?
          refused: adresse.postleitzahl  | there is no field “adresse.postleitzahl”; did you mean “adresse”?
          asked: [wo]                    | there is no field “wo”
          change: { kopie: 1 }           | there is no field “kopie”; did you mean “kopien”?
          change: { personen: [{ a: 1 }] } | there is no field “a”
          change: { adresse: { nr: 1 } } | unknown key “nr”; known here: hausnummer, land, ort, plz, strasse, zusatz
          change: { datum: "= todey()" } | in “= todey()”, character 3: unknown function “todey”; did you mean “today”?
          change: { ausweis: a.pdf }     | “ausweis” must be a list
          now: morgen                    | “now” must be written as 2026-11-25T17:01
          calculated: { ort: 1 }         | nothing calculated is called “ort”
          copies: [amt]                  | “amt” never gets a copy
          """)
  void saysWhatIsWrittenWrong(String example, String finding) {
    assertThat(findings("  - { name: x, " + example + " }\n")).containsExactly(finding);
  }

  @Test
  void everyExampleHasANameOfItsOwn() {
    assertThat(findings("  - { name: x }\n  - { name: x }\n  - {}\n"))
        .containsExactly("two examples are called “x”", "“name” is missing");
  }

  @Test
  void itsAnswersCanBeSent() {
    assertThat(run(ANSWERS.replace("kopien: 2", "kopien: 7") + "  - { name: x }\n"))
        .containsExactly(
            "on 2026-11-24: expected to be accepted, but it is refused at “kopien” (max)");
    assertThat(run("answers: {}\n")).contains("“examples” is missing");
  }

  @Test
  void tellsAFindingAtItsLine() {
    var findings = new Findings();
    file(ANSWERS + "  - name: x\n    fee: 60\n    calculated:\n      zone: 1\n", findings)
        .run(List.of(SampleForms.NOW));
    assertThat(findings.all()).hasSize(1).allMatch(finding -> finding.line() == 14);
  }

  @Test
  void givesTheAnswersOfADay() {
    var findings = new Findings();
    var examples =
        file(
                ANSWERS + "  - { name: x, change: { kopien: ~ }, asked: [kopien], fee: \"= 7\" }\n",
                findings)
            .examples();
    assertThat(examples).hasSize(1);
    var example = examples.getFirst();
    assertThat(example.answers(SampleForms.NOW))
        .doesNotContainKey("kopien")
        .containsEntry("datum", "2026-12-04")
        .containsEntry("seit", "2026-10")
        .containsEntry("personen", List.of(Map.of("geburt", "1990-01-31")));
    assertThat(example.fee(SampleForms.NOW)).contains(new BigDecimal(7));
    assertThat(example.isSendable()).isFalse();
    assertThat(example.isOfOneMoment()).isFalse();
  }

  private static List<String> findings(String examples) {
    return run(ANSWERS + examples);
  }

  private static List<String> run(String yaml) {
    var findings = new Findings();
    var file = file(yaml, findings);
    if (findings.isEmpty()) {
      file.run(days());
    }
    return findings.all().stream().map(finding -> finding.message()).toList();
  }

  private static ExampleFile file(String yaml, Findings findings) {
    return new ExampleFile(FORM, YamlFile.parse(Path.of("test.yaml"), yaml, findings));
  }

  private static List<ZonedDateTime> days() {
    return IntStream.rangeClosed(0, 60).mapToObj(SampleForms.NOW::plusDays).toList();
  }
}
