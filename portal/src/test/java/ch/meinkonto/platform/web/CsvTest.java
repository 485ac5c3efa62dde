package ch.meinkonto.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void linesEndAndValuesAreQuotedAsInRfc4180() {
    var csv = new Csv();
    csv.line("Dienst", "Anträge");
    csv.line("Umzug, Zuzug", "<5");
    csv.line("Der \"grosse\"\r\nUmzug", "1230");
    assertThat(csv.toString().split("\r\n", -1))
        .containsExactly(
            "\uFEFFDienst,Anträge",
            "\"Umzug, Zuzug\",<5",
            "\"Der \"\"grosse\"\"",
            "Umzug\",1230",
            "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+49", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠x"})
  void whatASpreadsheetWouldReckonIsText(String value) {
    var csv = new Csv();
    csv.line(value);
    assertThat(csv.toString().replace("\"", "")).startsWith("\uFEFF'");
  }
}
