package ch.meinkonto.connector.handover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"Mietvertrag.pdf", "Foto 1 (Küche).jpg", "Ćosić & Doğan.png", "日本.txt"})
  void leavesOrdinaryNamesAsTheyAre(String name) {
    assertThat(SafeName.of(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "C:\\Temp\\Foto.jpg, Foto.jpg",
    "NUL, _NUL",
    "com1.txt, _com1.txt",
    ".htaccess, htaccess",
    "Brief. , Brief",
    "a<b>c?.pdf, a_b_c_.pdf",
    "..., datei",
    "/, datei"
  })
  void takesAwayWhatIsDangerous(String given, String safe) {
    assertThat(SafeName.of(given)).isEqualTo(safe);
  }

  @Test
  void takesAwayWhatCannotBeSeen() {
    assertThat(SafeName.of("Rech\u202Egnp.exe\u0007\u200F\uFEFF")).isEqualTo("Rechgnp.exe");
    assertThat(SafeName.of("a\uD800b.txt")).isEqualTo("ab.txt");
    assertThat(SafeName.of("a\u2028b\u00A0c")).isEqualTo("a b c");
  }

  @Test
  void shortensLongNamesAndKeepsTheirExtension() {
    String safe = SafeName.of("😀".repeat(300) + ".pdf");
    assertThat(safe).endsWith("😀.pdf");
    assertThat(safe.getBytes(UTF_8).length).isLessThanOrEqualTo(120);
  }
}
