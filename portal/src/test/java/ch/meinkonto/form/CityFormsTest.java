package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.yaml.Localized;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the example city’s forms accept is what their schemas promise, and nothing else. */
class CityFormsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SAMPLES = 60;

  static List<Path> files() throws IOException {
    return SampleForms.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void validAnswersKeepTheSchema(Path file) {
    var form = SampleForms.ofTheCity(file);
    var schema = schema(form);

    for (var seed = 0; seed < SAMPLES; seed++) {
      var answers = sendable(form, seed);
      assertThat(Validation.isSendable(form, answers, SampleForms.NOW)).isTrue();
      assertThat(faults(schema, answers)).as(() -> "seed in " + file).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void spoiltAnswersKeepNeither(Path file) {
    var form = SampleForms.ofTheCity(file);
    var schema = schema(form);

    for (var seed = 0; seed < 10; seed++) {
      for (var spoilt : spoilt(sendable(form, seed))) {
        assertThat(Validation.isSendable(form, spoilt, SampleForms.NOW)).isFalse();
        assertThat(faults(schema, spoilt)).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void samplesAreTheSameForTheSameSeed(Path file) {
    var form = SampleForms.ofTheCity(file);

    assertThat(SampleAnswers.of(form, SampleForms.NOW, 3))
        .isEqualTo(SampleAnswers.of(form, SampleForms.NOW, 3));
  }

  /** A rule about dates may leave nothing to answer for some days of the year. */
  @ParameterizedTest
  @MethodSource("files")
  void canBeAnsweredOnAnyDayOfTheYear(Path file) {
    var form = SampleForms.ofTheCity(file);
    for (var day = SampleForms.NOW;
        day.isBefore(SampleForms.NOW.plusYears(1));
        day = day.plusDays(day.getDayOfMonth() > 26 ? 1 : 3)) {
      assertThat(SampleAnswers.of(form, day, 1)).as(day.toString()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theLinesOfAFeeAreItsAmount(Path file) {
    var form = SampleForms.ofTheCity(file);

    for (var seed = 0; seed < 10; seed++) {
      var given = SampleAnswers.of(form, SampleForms.NOW, seed);
      Validation.assess(form, given, SampleForms.NOW)
          .fee()
          .filter(fee -> !fee.lines().isEmpty())
          .ifPresent(fee -> assertThat(sum(fee)).isEqualByComparingTo(fee.amount()));
    }
  }

  private static BigDecimal sum(Assessment.FeeDue fee) {
    return fee.lines().stream()
        .map(Assessment.FeeDue.Line::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, Object> sendable(Form form, int seed) {
    var given = SampleAnswers.of(form, SampleForms.NOW, seed);
    return Validation.assess(form, given, SampleForms.NOW).answers();
  }

  /** Each answer once as something else, and one answer too many. */
  private static List<Map<String, Object>> spoilt(Map<String, Object> answers) {
    var all = new ArrayList<Map<String, Object>>();
    for (var key : answers.keySet()) {
      var copy = new LinkedHashMap<>(answers);
      copy.put(key, Map.of("x", List.of(List.of())));
      all.add(copy);
    }
    var more = new LinkedHashMap<>(answers);
    more.put("unknown", "x");
    all.add(more);
    return all;
  }

  private static Schema schema(Form form) {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var schema = AnswersSchema.of(form, Localized.only("de", form.service().id()), (key, _) -> key);
    return registry.getSchema(JSON.writeValueAsString(schema));
  }

  private static List<?> faults(Schema schema, Map<String, Object> answers) {
    return schema.validate(
        JSON.writeValueAsString(answers),
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
