package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.yaml.Findings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form by which parents book a course for their children. */
class BookingReaderTest {

  private static final String FORM =
      """
      level: login
      booking:
        choose: Kurs wählen
        offer: { alter: number }
        persons: { group: kinder, by: [name] }
        most: 4
        cancel: [{ until: 14, costs: 0 }, { until: 1, costs: 20 }, { costs: 40 }]
      form:
        steps:
          - id: s
            title: S
            fields:
              - id: kinder
                type: group
                label: Kinder
                item-label: Kind {nr}
                add-label: Noch ein Kind
                min: 1
                max: 4
                fields:
                  - { id: name, type: text, label: Name }
      """;

  @Test
  void saysHowOneBooks() {
    var booking = SampleForms.of(FORM).booking().orElseThrow();
    assertThat(booking.most()).isEqualTo(4);
    assertThat(booking.perAccount()).isEqualTo(8);
    assertThat(booking.persons()).contains(new Booking.Persons("kinder", List.of("name")));
    assertThat(booking.cancelling())
        .extracting(Booking.Cancelling::until)
        .containsExactly(Optional.of(14), Optional.of(1), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          alter: number | price: number | “price” can’t be the name of a value
          alter: number | alter: list | must be one of
          group: kinder | group: leute | “leute” is no group that is always asked
          by: [name] | by: [vorname] | there is no field “vorname” in “kinder”
          persons: { group: kinder, by: [name] } | hold: 20 | who books several places at once says by “persons” for whom
          until: 1, | until: 14, | the earliest first, and at last what has no “until”
          until: 14, costs: 0 | costs: 0 | the earliest first, and at last what has no “until”
          costs: 20 | costs: -20 | francs, with two decimals at most
          costs: 20 | costs: 20.005 | francs, with two decimals at most
          until: 1, | until: 400, | must be a whole number from 0 to 366
          """)
  void saysWhatIsWrong(String from, String to, String finding) {
    var findings = new Findings();
    SampleForms.read(FORM.replace(from, to), findings);
    assertThat(findings.toString()).contains(finding);
  }
}
