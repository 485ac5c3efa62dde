package ch.meinkonto.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.PortalTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PortalTest
class AssetFilesTest {

  private static final int FIRST_VISIT = 60_000;

  @LocalServerPort int port;
  @Autowired Assets assets;

  @Test
  void servesAllStylesInOneFileThatMayBeKeptForEver() throws Exception {
    var styles = get(assets.url("/assets/css/site.css"));
    assertThat(text(styles)).contains("--city-accent", "@media print").doesNotContain("@import");
    assertThat(styles.headers().firstValue("Cache-Control"))
        .hasValue("max-age=31536000, public, immutable");
  }

  @Test
  void letsAScriptFindItsNeighbourInTheSameVersion() throws Exception {
    var script = URI.create(assets.url("/assets/js/main.js"));
    assertThat(get(script.resolve("./menu.js").toString()).statusCode()).isEqualTo(200);
  }

  @Test
  void keepsAFileWithoutVersionForAnHourOnly() throws Exception {
    var sprite = get("/assets/icon/sprite.svg");
    assertThat(sprite.statusCode()).isEqualTo(200);
    assertThat(sprite.headers().firstValue("Cache-Control")).hasValue("max-age=3600, public");
  }

  @Test
  void aFirstVisitWeighsLessThanSixtyKilobytes() throws Exception {
    var page = get("/gestaltung/muster/dienst");
    assertThat(page.statusCode()).isEqualTo(200);
    var weight =
        gzipped(page.body())
            + gzipped(get(assets.url("/assets/css/site.css")).body())
            + gzipped(get(assets.url("/assets/js/main.js")).body())
            + gzipped(get(assets.url("/assets/js/menu.js")).body())
            + gzipped(get("/assets/icon/sprite.svg").body())
            + get(assets.url("/assets/font/atkinson-latin.woff2")).body().length;
    assertThat(weight).isLessThan(FIRST_VISIT);
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static int gzipped(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.size();
  }
}
