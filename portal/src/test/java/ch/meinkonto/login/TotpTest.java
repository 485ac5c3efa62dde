package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.Base32;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  /** RFC 6238, appendix B: the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void reckonsAsTheStandardDoes(long second, String code) {
    assertThat(Totp.code(SECRET, second / 30)).isEqualTo(code);
    assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
  }

  @Test
  void aCodeIsGoodOneStepEarlyOrLateAndNoMore() {
    var code = Totp.code(SECRET, 100);

    assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(98 * 30 + 29))).isEmpty();
    assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(99 * 30))).hasValue(100);
    assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(101 * 30 + 29))).hasValue(100);
    assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(102 * 30))).isEmpty();
  }

  @Test
  void appsReadTheSecretAsTheStandardWritesIt() {
    assertThat(Base32.USUAL.encode("fooba".getBytes(US_ASCII))).isEqualTo("MZXW6YTB");
    assertThat(Base32.USUAL.encode(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Base32.inGroups("GEZDGNBVGY", " ")).isEqualTo("GEZD GNBV GY");
  }

  @Test
  void theAddressNamesCityAndAccountAsAppsExpect() {
    var address = AuthenticatorAddress.of(SECRET, "Mein Konto Zürich", "maya@example.org");

    assertThat(address.url())
        .isEqualTo(
            "otpauth://totp/Mein%20Konto%20Z%C3%BCrich:maya%40example.org"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Mein%20Konto%20Z%C3%BCrich"
                + "&algorithm=SHA1&digits=6&period=30");
    assertThat(address.typed()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  }
}
