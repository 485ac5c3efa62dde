package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Guide;
import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.expression.Names;
import ch.meinkonto.form.expression.Scope;
import ch.meinkonto.form.expression.Table;
import ch.meinkonto.form.expression.Type;
import ch.meinkonto.platform.yaml.Findings;
import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.YamlFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/forms.md} says is true. */
class FormsGuideTest {

  private static final Path GUIDE = Path.of("../docs/forms.md");
  private static final Path READER = Path.of("src/main/java/ch/meinkonto/form/FieldReader.java");

  private static final Names NAMES =
      Names.of(
          Map.of(
              "kopien", Type.Plain.NUMBER,
              "tage", new Type.ListOf(new Type.OneOf(Set.of("mo", "di")), 2),
              "personen",
                  new Type.ListOf(
                      new Type.Compound("a person", Map.of("alter", Type.Plain.NUMBER)), 12),
              "adressen",
                  new Type.ListOf(
                      new Type.Compound(
                          "an address", Map.of("von", Type.Plain.DATE, "bis", Type.Plain.DATE)),
                      20)),
          Map.of("kreise", new Table(Type.Plain.TEXT, Map.of("8001", "Kreis 1"))));

  private static final Scope SCOPE =
      Scope.of(
          SampleForms.NOW,
          Map.of(
              "tage", List.of("mo"),
              "personen",
                  List.of(Map.of("alter", new BigDecimal(41)), Map.of("alter", new BigDecimal(7))),
              "adressen",
                  List.of(
                      Map.of("von", LocalDate.of(2025, 4, 1)),
                      Map.of("von", LocalDate.of(2024, 1, 1), "bis", LocalDate.of(2025, 3, 31)))));

  static Stream<String[]> expressions() throws IOException {
    return Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\|$")
        .matcher(Files.readString(GUIDE))
        .results()
        .map(row -> new String[] {row.group(1), row.group(2).strip()})
        .filter(row -> !row[0].matches("[a-z-]+"));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void anExpressionYieldsWhatItSays(String source, String value) {
    assertThat(Expression.of(source, NAMES))
        .isInstanceOfSatisfying(
            Expression.Checked.class,
            checked -> assertThat(shown(checked.expression().evaluate(SCOPE))).isEqualTo(value));
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case BigDecimal number -> Json.plain(number).toPlainString();
      default -> value.toString();
    };
  }

  @Test
  void everyFunctionHasAnExample() throws IOException {
    var guide = Files.readString(GUIDE);

    assertThat(Expression.functions())
        .isNotEmpty()
        .allSatisfy(function -> assertThat(guide).contains(function + "("));
  }

  @Test
  void everyFieldTypeHasAnExample() throws IOException {
    var types = new TreeSet<String>();
    Pattern.compile("case \"([a-z-]+)\" ->")
        .matcher(Files.readString(READER))
        .results()
        .forEach(hit -> types.add(hit.group(1)));
    var guide = Files.readString(GUIDE);

    assertThat(types).hasSizeGreaterThan(18);
    assertThat(types).allSatisfy(type -> assertThat(guide).contains("type: " + type));
  }

  @Test
  void itsFormsAreInOrder() throws IOException {
    var blocks = blocks();

    assertThat(blocks).hasSize(2);
    for (var block : blocks) {
      var findings = new Findings();
      var node = YamlFile.parse(GUIDE, block, findings);
      var form =
          FormReader.read(
              node, new ServiceHeader("guide", 1, Languages.of("de", "en"), SampleForms.UNITS));
      assertThat(findings.toString()).isEmpty();
      for (var seed = 0; seed < 20; seed++) {
        SampleAnswers.of(form.orElseThrow(), SampleForms.NOW, seed);
      }
    }
  }

  private static List<String> blocks() throws IOException {
    return Guide.texts(Guide.examples(GUIDE, "yaml"), "yaml").stream()
        .map(block -> block.startsWith("form:") ? block : asForm(block))
        .toList();
  }

  private static String asForm(String fields) {
    return "form:\n  steps:\n    - id: s\n      title: S\n      fields:\n" + fields.indent(8);
  }
}
