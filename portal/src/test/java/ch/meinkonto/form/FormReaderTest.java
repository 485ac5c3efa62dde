package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.yaml.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in a form is told with its line, before anybody meets it on a page. */
class FormReaderTest {

  private static final String FORM =
      """
      form:
        steps:
          - id: eins
            title: Eins
            fields:
              - { id: art, type: choice, label: Art, options: [{ id: a, label: A }, { id: b, label: B }] }
              - { id: tag, type: date, label: Tag }
              - { id: ja, type: yes-no, label: Ja, when: "WHEN" }
          - id: zwei
            title: Zwei
            when: "STEP"
            fields:
              - { id: spaeter, type: number, label: "Später {tag}" }
      """;

  private static String findings(String yaml) {
    var findings = new Findings();
    assertThat(SampleForms.read(yaml, findings).isPresent()).isEqualTo(findings.isEmpty());
    return findings.toString();
  }

  private static String with(String when, String step) {
    return FORM.replace("WHEN", when).replace("STEP", step);
  }

  @Test
  void takesAFormThatIsInOrder() {
    assertThat(findings(with("art = 'a'", "ja"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          art = 'c'                 | :8: in “art = 'c'”, character 5: “c” is not one of a, b
          spaeter > 1               | :8: the condition speaks of “spaeter”, which is only asked later
          art = 'a' and art = 'b'   | :8: this can never be asked: “art = 'a' and art = 'b'” is never true
          ja                        | the conditions go round in a circle: ja → ja
          tag                       | :8: in “tag”, character 1: this must be a yes or no, not a date
          tog > today()             | :8: in “tog > today()”, character 1: unknown name “tog”; did you mean “tag”?
          """)
  void tellsWhatIsWrongWithACondition(String when, String finding) {
    assertThat(findings(with(when, "ja"))).contains(finding);
  }

  @Test
  void tellsOfAStepThatCanNeverBeReached() {
    assertThat(findings(with("art = 'a'", "ja and not ja")))
        .contains(":9: this can never be asked");
  }

  @Test
  void tellsWhatCannotBePaidBeforeSending() {
    var form =
        """
        level: %s
        form:
          steps:
            - { id: eins, title: Eins, fields: [{ id: x, type: text, label: X }] }
          fee: { amount: "10", recurring: %s, pay: [%s] }
        """;

    assertThat(findings(form.formatted("login", "once", "online, invoice")).lines()).isEmpty();
    assertThat(findings(form.formatted("login", "once", "bar")))
        .contains("must be one of: invoice, online");
    assertThat(findings(form.formatted("login", "month", "online")))
        .contains("only what is due once is paid before sending");
    assertThat(findings(form.formatted("none", "once", "online")))
        .contains("who pays before sending has to be logged in");
  }

  @Test
  void tellsWhatIsWrongWithFields() {
    var told =
        findings(
            """
            form:
              steps:
                - id: senden
                  title: Eins
                  fields:
                    - { id: x, type: text, label: X, pattern: "([a" }
                    - { id: x, type: text, label: X, patern: a }
                    - { id: Y, type: number, label: Y, min: "'a'" }
                    - { id: z, type: choices, label: Z, options: [], min: 2 }
                    - { id: w, type: wunsch, label: W }
                    - { id: v, type: text, label: "{nichts}" }
                    - { id: u, type: upload, label: U, max-size: 101 MB, accept: [exe] }
                    - { id: t, type: text, label: T, prefill: shoe-size, error: { maxx: M } }
                    - { id: s, type: group, label: S, item-label: S, add-label: S, min: 3, max: 2, fields: [{ id: g, type: group, label: G }] }
                    - { type: text, label: R }
              rules:
                - { that: "1 = 1", at: nirgends, error: E }
              fee: { recurring: year }
            """);

    assertThat(told.lines())
        .contains(
            "test.yaml:3: “senden” can’t be a step’s id: it is an address of the portal",
            "test.yaml:7: the id “x” is used twice",
            "test.yaml:8: “Y” is no id: small letters, digits and single hyphens",
            "test.yaml:8: in “'a'”, character 1: this must be a number, not one of a",
            "test.yaml:9: there is nothing to choose from",
            "test.yaml:10: there is no field type “wunsch”",
            "test.yaml:11: in “{nichts}”: unknown name “nichts”",
            "test.yaml:12: max-size must be written as “5 MB”, at most 100 MB",
            "test.yaml:12: the item must be one of: image, pdf",
            "test.yaml:14: a group can’t stand in a group",
            "test.yaml:14: min is greater than max",
            "test.yaml:15: “id” is missing",
            "test.yaml:17: there is no field “nirgends”",
            "test.yaml:18: a fee needs an amount or lines")
        .anyMatch(line -> line.startsWith("test.yaml:6: not a pattern: "))
        .anyMatch(line -> line.startsWith("test.yaml:7: unknown key “patern”; known here: "))
        .anyMatch(line -> line.startsWith("test.yaml:13: prefill must be one of: "))
        .anyMatch(line -> line.startsWith("test.yaml:13: unknown key “maxx”; known here: "));
  }

  @Test
  void tellsWhatNoPersonOnADeviceFits() {
    assertThat(
            findings(
                    """
                    form:
                      steps:
                        - id: eins
                          title: Eins
                          fields:
                            - { id: a, type: text, label: A, prefill: person.given }
                            - { id: b, type: text, label: B, prefill: person.given }
                            - { id: c, type: month, label: C, prefill: person.birth }
                            - id: d
                              type: group
                              label: D
                              item-label: D
                              add-label: D
                              fields: [{ id: e, type: text, label: E, prefill: person.given }]
                    """)
                .lines())
        .containsExactlyInAnyOrder(
            "test.yaml:7: all of one place are one person’s: “person.given” stands twice",
            "test.yaml:8: “person.birth” is for fields of the type date");
  }

  @Test
  void staysCalmWhateverStandsThere() {
    for (var yaml :
        new String[] {
          "form: 5",
          "form: []",
          "form: { steps: 5 }",
          "form: { steps: [5, [], {}] }",
          "form: { steps: [{ id: a, title: [], fields: {} }] }",
          "form:",
          "x",
          "form: { steps: [{ id: a, title: A, fields: [1, { type: [] }, { type: choice, options: x }] }] }"
        }) {
      assertThat(findings(yaml)).isNotEmpty();
    }
  }
}
