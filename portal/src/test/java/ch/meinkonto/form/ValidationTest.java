package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {

  /** A move with household, as Sandra Muster fills it in. */
  private static final Form MOVE =
      SampleForms.of(
          """
          form:
            steps:
              - id: adresse
                title: Adresse
                fields:
                  - { id: adresse, type: address, label: Adresse }
                  - { id: am, type: date, label: Umzug, max: "today() + days(30)", error: { max: Zu früh } }
                  - { id: kopien, type: number, label: Kopien, min: 1, max: 5 }
                  - { id: post, type: yes-no, label: Post }
                  - { id: wohin, type: text, label: Wohin, when: post, max-length: 10, pattern: "[A-Za-z ]+" }
                  - { id: bemerkung, type: text, label: Bemerkung, lines: 4, required: false }
              - id: haushalt
                title: Haushalt
                when: "kopien > 1"
                fields:
                  - id: personen
                    type: group
                    label: Personen
                    item-label: "Person {nr}"
                    add-label: Weitere
                    min: 1
                    max: 3
                    fields:
                      - { id: vorname, type: text, label: Vorname }
                      - { id: geburt, type: date, label: Geburt, max: "today()" }
                      - { id: schule, type: yes-no, label: Schule, when: "age(geburt) < 16" }
            calculated:
              - { id: kinder, value: "count(personen, age(geburt) < 18)" }
            rules:
              - { that: "kinder < 2 or post", at: personen, error: Zu viele Kinder }
            fee:
              lines:
                - { label: Kopien, amount: "30 * kopien" }
                - { label: Porto, amount: "8", when: post }
          route: { value: "lookup(kreise, adresse.plz, 'amt')" }
          tables: { kreise: { "8004": kreis-4 } }
          """);

  private static Map<String, Object> sandra() {
    var given = new LinkedHashMap<String, Object>();
    given.put(
        "adresse",
        Map.of("strasse", " Langstrasse ", "hausnummer", "10a", "plz", "8004", "ort", "Zürich"));
    given.put("am", Map.of("day", "1", "month", "12", "year", "2026"));
    given.put("kopien", "2");
    given.put("post", "false");
    given.put(
        "personen", Map.of("0", Map.of("vorname", "Lea", "geburt", "3.5.2019", "schule", "true")));
    return given;
  }

  private static Assessment assess(Map<?, ?> given) {
    return Validation.assess(MOVE, given, SampleForms.NOW);
  }

  private static Map<String, Object> sandraBut(String field, Object value) {
    var given = sandra();
    given.put(field, value);
    return given;
  }

  private static List<String> problems(Map<?, ?> given) {
    return assess(given).problems().stream().map(p -> p.path() + " " + p.rule()).toList();
  }

  @Test
  void turnsWhatIsTypedIntoCanonicalAnswers() {
    var assessment = assess(sandra());

    assertThat(assessment.problems()).isEmpty();
    assertThat(assessment.answers())
        .hasToString(
            "{adresse={strasse=Langstrasse, hausnummer=10a, plz=8004, ort=Zürich, land=CH},"
                + " am=2026-12-01, kopien=2, post=false,"
                + " personen=[{vorname=Lea, geburt=2019-05-03, schule=true}],"
                + " _calculated={kinder=1},"
                + " _fee={amount=60.00, currency=CHF, lines=[{label=Kopien, amount=60.00}]}}");
    assertThat(assessment.route()).hasValue("kreis-4");
  }

  @Test
  void takesItsOwnAnswersAgain() {
    assertThat(Validation.isSendable(MOVE, assess(sandra()).answers(), SampleForms.NOW)).isTrue();
  }

  @Test
  void leavesAwayWhatIsNotShown() {
    var given = sandraBut("kopien", "1");
    given.put("wohin", "Bern");

    assertThat(assess(given).answers()).doesNotContainKeys("wohin", "personen");
    assertThat(assess(given).steps()).extracting(Step::id).containsExactly("adresse");
  }

  @Test
  void countsTheFeeWhileOneFillsIn() {
    assertThat(assess(Map.of("kopien", "3", "post", "true")).fee().orElseThrow().amount())
        .isEqualByComparingTo("98");
    assertThat(assess(Map.of()).fee()).isEmpty();
  }

  @Test
  void asksForWhatIsMissing() {
    assertThat(problems(Map.of()))
        .containsExactly("adresse required", "am required", "kopien required", "post required");
    assertThat(problems(sandraBut("personen", List.of()))).containsExactly("personen min");
    assertThat(problems(sandraBut("personen", List.of(Map.of()))))
        .containsExactly("personen.0.vorname required", "personen.0.geburt required");
  }

  @ParameterizedTest
  @CsvSource({
    "am, 31.02.2027, am invalid",
    "am, 25.12.2026, am max",
    "am, 1.1.26, am invalid",
    "kopien, 6, kopien max",
    "kopien, 2.5, kopien decimals",
    "kopien, zwei, kopien invalid",
    "kopien, 1e9, kopien invalid",
    "post, vielleicht, post invalid"
  })
  void tellsWhatIsWrong(String field, String value, String problem) {
    assertThat(problems(sandraBut(field, value))).contains(problem);
  }

  @Test
  void tellsWhichPartOfAnAddressIsWrong() {
    var address = Map.of("strasse", "Langstrasse", "plz", "80", "land", "DE");

    assertThat(problems(sandraBut("adresse", address)))
        .containsExactlyInAnyOrder("adresse.ort required", "adresse.land invalid");
    assertThat(problems(sandraBut("adresse", Map.of("plz", "80"))))
        .contains("adresse.strasse required", "adresse.plz invalid");
  }

  @Test
  void complainsOnceAboutOneMistake() {
    var children =
        List.of(
            Map.of("vorname", "Lea", "geburt", "3.5.2019", "schule", "true"),
            Map.of("vorname", "Tim", "geburt", "1.1.2015", "schule", "true"));
    assertThat(problems(sandraBut("personen", children))).containsExactly("personen rule");

    var unreadable = List.of(Map.of("vorname", "Lea", "geburt", "gestern", "schule", "true"));
    assertThat(problems(sandraBut("personen", unreadable)))
        .containsExactly("personen.0.geburt invalid");
  }

  @Test
  void keepsLinesTogetherAndControlCharactersOut() {
    var given = sandraBut("bemerkung", "Lift\r\nvorhanden\u0000\u202e \uD800!\t");

    assertThat(assess(given).answers()).containsEntry("bemerkung", "Lift\nvorhanden !");
  }

  @Test
  void boundsTheLengthOfTexts() {
    var given = sandraBut("post", "true");
    given.put("wohin", "Herrliberg am See");
    assertThat(problems(given)).containsExactly("wohin max-length");
    given.put("wohin", "B3rn");
    assertThat(problems(given)).containsExactly("wohin pattern");
    given.put("wohin", "x".repeat(5_000_000));
    assertThat(problems(given)).containsExactly("wohin max-length");
  }

  @Test
  @Timeout(20)
  void staysCalmWhateverIsSent() {
    var nested = new ArrayList<Object>();
    var inner = nested;
    for (var i = 0; i < 10_000; i++) {
      var next = new ArrayList<Object>();
      inner.add(next);
      inner = next;
    }
    var hostile =
        List.of(
            nested,
            Map.of("x", nested),
            true,
            5,
            new BigDecimal("1e1000000"),
            "\uD800",
            "",
            Collections.nCopies(10_000, Map.of("vorname", "A")),
            List.of("a", 1, List.of()));
    for (var field : MOVE.fields().map(Field::id).toList()) {
      for (var value : hostile) {
        var assessment = assess(sandraBut(field, value));
        assertThat(assessment.answers().keySet())
            .isSubsetOf(
                "adresse",
                "am",
                "kopien",
                "post",
                "bemerkung",
                "personen",
                "wohin",
                "_calculated",
                "_fee");
      }
    }
    assertThat(problems(sandraBut("personen", Collections.nCopies(10_000, Map.of()))))
        .contains("personen max");
  }

  @Test
  void acceptsNothingButItsOwnAnswersAsSendable() {
    var answers = assess(sandra()).answers();

    for (var spoilt :
        List.<Map<String, Object>>of(
            with(answers, "extra", "x"),
            with(answers, "kopien", "2 "),
            with(answers, "_fee", Map.of("amount", 1)),
            with(answers, "wohin", "Bern"),
            with(answers, "am", "1.12.2026"))) {
      assertThat(Validation.isSendable(MOVE, spoilt, SampleForms.NOW)).isFalse();
    }
  }

  private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
    var copy = new HashMap<>(answers);
    copy.put(key, value);
    return copy;
  }

  @Test
  void neverShowsAnswersInItsOwnWords() {
    assertThat(assess(sandra()).toString() + assess(sandra()).frame())
        .doesNotContain("Langstrasse", "Lea");
  }

  @Test
  void readsAnyJunkWithoutFailing() {
    var random = new Random(1);
    var atoms = List.of("a", "1", "true", "2026-01-01", "", "0", "\u0007", "9".repeat(40));
    for (var i = 0; i < 3_000; i++) {
      var junk = new HashMap<String, Object>();
      MOVE.fields().forEach(field -> junk.put(field.id(), junk(random, atoms, 4)));
      assess(junk);
    }
  }

  private static Object junk(Random random, List<String> atoms, int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(4)) {
      case 1 -> List.of(junk(random, atoms, depth - 1), junk(random, atoms, depth - 1));
      case 2 ->
          Map.of(
              pick(random, List.of("strasse", "plz", "day", "0", "vorname", "geburt")),
              junk(random, atoms, depth - 1));
      default -> pick(random, atoms);
    };
  }

  private static String pick(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
