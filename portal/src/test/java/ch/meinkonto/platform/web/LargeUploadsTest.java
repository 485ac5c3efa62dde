package ch.meinkonto.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.MultipartBody;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Zeros;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody sends far more than a form may hold. */
@PortalTest
class LargeUploadsTest {

  private static final long TOO_MUCH = 311L * 1024 * 1024;

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/quittung/pruefen",
        "/antrag/01a20d7c-928b-7be8-aa85-d76e081aa5e9/foto",
        "/mitteilungen/01a20d7c-928b-7be8-aa85-d76e081aa5e9/antwort"
      })
  void aPageSaysThatItIsTooMuch(String path) {
    var body = new MultipartBody();
    body.file("datei", "gross.pdf", TOO_MUCH, () -> new Zeros(TOO_MUCH));

    var answer = new Browser(port).post(path, body);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("<h1>Das ist zu gross</h1>", "<html lang=\"de\">");
  }
}
