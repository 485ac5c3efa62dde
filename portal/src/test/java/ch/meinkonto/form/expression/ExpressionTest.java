package ch.meinkonto.form.expression;

import static ch.meinkonto.form.expression.Type.Plain.DATE;
import static ch.meinkonto.form.expression.Type.Plain.NUMBER;
import static ch.meinkonto.form.expression.Type.Plain.TEXT;
import static ch.meinkonto.form.expression.Type.Plain.TRUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 24, 16, 30, 0, 0, ZoneId.of("Europe/Zurich"));

  private static final Type PERSON =
      new Type.Compound("a person", Map.of("alter", NUMBER, "ort", TEXT));

  private static final Names NAMES =
      Names.of(
          Map.ofEntries(
              Map.entry("kopien", NUMBER),
              Map.entry("betrag", NUMBER),
              Map.entry("ausland", TRUTH),
              Map.entry("offen", TRUTH),
              Map.entry("umzug-am", DATE),
              Map.entry("zweck", new Type.OneOf(Set.of("wohnung", "arbeit", "anderes"))),
              Map.entry("personen", new Type.ListOf(PERSON, 12)),
              Map.entry("tiere", new Type.ListOf(new Type.OneOf(Set.of("hund", "katze")), 2)),
              Map.entry("plz", TEXT),
              Map.entry("ort", TEXT)),
          Map.of(
              "kreise", new Table(TEXT, Map.of("8001", "kreis-1")),
              "preise", new Table(NUMBER, Map.of("klein", new BigDecimal("12.50")))));

  /** What Sandra entered; she has not said yet whether she moves abroad. */
  private static final Map<String, Object> SANDRA =
      Map.of(
          "kopien",
          new BigDecimal(3),
          "betrag",
          new BigDecimal("0.10"),
          "offen",
          true,
          "umzug-am",
          LocalDate.of(2026, 11, 1),
          "zweck",
          "wohnung",
          "personen",
          List.of(
              Map.of("alter", new BigDecimal(41), "ort", "Zürich"),
              Map.of("alter", new BigDecimal(7), "ort", "Basel")),
          "tiere",
          List.of("hund"),
          "plz",
          "8001",
          "ort",
          "Zürich");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          30 * kopien + if(ausland, 8, 0)            | 90
          betrag + 0.20                              | 0.30
          1 / 3                                      | 0.3333333333
          1 / 0                                      | nothing
          2 + 3 * 4 - 1                              | 13
          -(2 - 5)                                   | 3
          10 - 2 - 3                                 | 5
          umzug-am < today() - days(14)              | true
          umzug-am - 2026-10-30                      | 2
          2026-01-31 + months(1)                     | 2026-02-28
          zweck = 'wohnung' and kopien > 1           | true
          zweck in ['arbeit', 'anderes']             | false
          'katze' in tiere                           | false
          contains(tiere, 'hund')                    | true
          ausland                                    | nothing
          not ausland                                | nothing
          ausland or offen                           | true
          ausland and not offen                      | false
          ausland and offen                          | nothing
          ausland = true                             | nothing
          count(personen)                            | 2
          count(personen, alter < 18)                | 1
          sum(personen, alter)                       | 48
          any(personen, ort = 'Basel')               | true
          all(personen, alter >= 18)                 | false
          personen[0].alter                          | 41
          personen[-1].ort                           | Basel
          personen[5].ort                            | nothing
          lookup(kreise, plz)                        | kreis-1
          lookup(kreise, '9000')                     | nothing
          lookup(kreise, '9000', '-') != '-'         | false
          lookup(preise, 'klein') * 2                | 25.00
          set-time(2026-11-29 - days(4), 17, 0) > now() | true
          next([2026-11-01, 2027-02-28, 2026-11-29]) | 2026-11-29
          age(1990-11-25)                            | 35
          max(kopien, 5, 2)                          | 5
          min(umzug-am, today())                     | 2026-11-01
          round(12.34, 0.05)                         | 12.35
          'It''s ' + 'fine'                          | It's fine
          if(empty(ausland), 'x', 'y')               | x
          """)
  void yields(String source, String expected) {
    var value = expression(source).evaluate(Scope.of(NOW, SANDRA));

    assertThat(shown(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          30 * kopein            | 5  | unknown name “kopein”; did you mean “kopien”?
          kopien + zweck         | 7  | expected a number, not one of anderes, arbeit, wohnung
          zweck = 'wonung'       | 6  | “wonung” is not one of anderes, arbeit, wohnung; did you mean “wohnung”?
          kopien >               | 8  | something is missing at the end
          (kopien                | 7  | expected “)”, found the end
          kopien-1 > 0           | 0  | unknown name “kopien-1”; did you mean “kopien”?
          umzug-am > 5           | 9  | a date and a number don’t go together
          2026-02-30 = today()   | 0  | there is no day 2026-02-30
          any(tiere, 1 = 1)      | 0  | the items of this list have no fields to speak of; use contains or in
          lookup(kreis, plz)     | 7  | unknown table “kreis”; did you mean “kreise”?
          kreise                 | 0  | “kreise” is a table: use lookup(kreise, …)
          tody()                 | 0  | unknown function “tody”; did you mean “today”?
          age()                  | 0  | write it as age(date, on)
          personen[0].alt        | 12 | a person has no part “alt”; did you mean “alter”?
          matches(plz, '(')      | 13 | not a pattern: missing closing )
          'offen                 | 0  | the text has no closing '
          """)
  void tellsWhatIsWrongAndWhere(String source, int position, String reason) {
    assertThat(Expression.of(source, NAMES)).isEqualTo(new Expression.Wrong(position, reason));
  }

  @Test
  void knowsWhatAnExpressionSpeaksOf() {
    assertThat(expression("sum(personen, if(ort = plz, alter, kopien))").references())
        .extracting(Expression.Reference::name)
        .containsExactlyInAnyOrder("personen", "plz", "kopien");
  }

  @Test
  void refusesWhatCouldTakeLong() {
    var big = new Type.ListOf(new Type.Compound("x", Map.of("n", NUMBER)), 200);
    var names = Names.of(Map.of("a", big), Map.of());

    assertThat(Expression.of("all(a, all(a, all(a, n > 0)))", names))
        .isInstanceOf(Expression.Wrong.class);
    assertThat(
            Expression.of("any(a, covers(a, today(), today() + days(n), today(), today()))", names))
        .isInstanceOf(Expression.Wrong.class);
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    var deep = List.of("(".repeat(900), "not ".repeat(400), "-".repeat(900), "[".repeat(900));

    assertThat(deep)
        .allSatisfy(s -> assertThat(Expression.of(s, NAMES)).isInstanceOf(Expression.Wrong.class));
  }

  @Test
  void growsNoNumberBeyondItsBounds() {
    assertThat(expression("999999999999999999 * 999999999999999999").evaluate(scope())).isNull();
    assertThat(expression("today() + years(99999)").evaluate(scope())).isNull();
    assertThat(expression("today() + days(1e)".replace("1e", "100001")).evaluate(scope())).isNull();
  }

  @Test
  void neverFailsWhateverIsWritten() {
    var random = new Random(20261124);
    var words =
        List.of(
            "kopien",
            "ausland",
            "umzug-am",
            "zweck",
            "personen",
            "tiere",
            "alter",
            "plz",
            "(",
            ")",
            "[",
            "]",
            ",",
            "+",
            "-",
            "*",
            "/",
            "=",
            "!=",
            "<",
            ">=",
            "in",
            "and",
            "or",
            "not",
            "if(",
            "any(",
            "sum(",
            "count(",
            "lookup(kreise,",
            "days(",
            "age(",
            "round(",
            "min(",
            "'x'",
            "1",
            "0",
            "-1",
            "2026-01-31",
            "true",
            ".plz",
            "today()",
            "empty(",
            "next([",
            "'",
            "@");
    var checked = 0;
    for (var i = 0; i < 60_000; i++) {
      var parts = new ArrayList<String>();
      for (var n = random.nextInt(8); n >= 0; n--) {
        parts.add(words.get(random.nextInt(words.size())));
      }
      if (Expression.of(String.join(" ", parts), NAMES)
          instanceof Expression.Checked(var expression)) {
        checked++;
        expression.evaluate(scope());
        expression.evaluate(Scope.of(NOW, new HashMap<>()));
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  private static Scope scope() {
    return Scope.of(NOW, SANDRA);
  }

  private static Expression expression(String source) {
    return switch (Expression.of(source, NAMES)) {
      case Expression.Checked checked -> checked.expression();
      case Expression.Wrong wrong -> fail(source + ": " + wrong);
    };
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }
}
