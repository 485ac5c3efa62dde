package ch.meinkonto.connector.paper;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "2026-11-24"            | {}                      | 24. November 2026
          "2026-99-24"            | {}                      | 2026-99-24
          "2026-02"               | {}                      | Februar 2026
          "+41441234567"          | {}                      | +41 44 123 45 67
          "7561234567897"         | {}                      | 756.1234.5678.97
          "CH9300762011623852957" | {}                      | CH93 0076 2011 6238 5295 7
          true                    | {}                      | Ja
          false                   | {}                      | Nein
          2026                    | {}                      | 2026
          1234567                 | {}                      | 1’234’567
          1234567.5               | {"multipleOf": 0.01}    | 1’234’567.50
          12.375                  | {"multipleOf": 0.001}   | 12.375
          1234.5                  | {"x-unit": "CHF"}       | CHF 1’234.50
          80.5                    | {"x-unit": "cm"}        | 80.5 cm
          "a"                     | {"enum": ["a"]}         | a
          """)
  void writesValuesAsInSwitzerland(String value, String schema, String written) {
    assertThat(Notation.value(Json.mapper().readTree(value), Json.mapper().readTree(schema)))
        .isEqualTo(written);
  }
}
