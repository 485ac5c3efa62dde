package ch.meinkonto.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.PortalTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody sends far more than a form may hold. */
@PortalTest
class LargeUploadsTest {

  private static final int TOO_MUCH = 41 * 1024 * 1024;

  private final HttpClient browser = HttpClient.newHttpClient();
  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/quittung/pruefen",
        "/antrag/01a20d7c-928b-7be8-aa85-d76e081aa5e9/foto",
        "/mitteilungen/01a20d7c-928b-7be8-aa85-d76e081aa5e9/antwort"
      })
  void aPageSaysThatItIsTooMuch(String path) throws IOException, InterruptedException {
    var head =
        """
        --cut\r
        Content-Disposition: form-data; name="datei"; filename="gross.pdf"\r
        \r
        """
            .getBytes(StandardCharsets.US_ASCII);
    var body = new byte[TOO_MUCH];
    System.arraycopy(head, 0, body, 0, head.length);
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .header("Accept", "text/html")
            .header("Accept-Language", "de")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();

    var answer = browser.send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("<h1>Das ist zu gross</h1>", "<html lang=\"de\">");
  }
}
