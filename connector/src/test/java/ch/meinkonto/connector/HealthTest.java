package ch.meinkonto.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {

  private final Counts counts = new Counts();

  private static HttpResponse<String> get(Health health, String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI address = URI.create("http://localhost:" + health.port() + path);
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void isUpWhenEveryUnitIs() throws Exception {
    try (Health health = Health.serve(0, () -> List.of(new Health.Unit("fundbuero", "", counts)))) {
      assertThat(get(health, "/health").statusCode()).isEqualTo(200);
      assertThat(get(health, "/health").body())
          .isEqualTo("{\"status\":\"up\",\"units\":{\"fundbuero\":\"up\"}}");
    }
  }

  @Test
  void tellsWhatIsWrongWithWhichUnit() throws Exception {
    try (Health health =
        Health.serve(0, () -> List.of(new Health.Unit("fundbuero", "disk full", counts)))) {
      assertThat(get(health, "/health").statusCode()).isEqualTo(503);
      assertThat(get(health, "/health").body()).contains("\"fundbuero\":\"disk full\"");
    }
  }

  @Test
  void countsWhatWentThrough() throws Exception {
    counts.add(Counts.Of.ACCEPTED, 3);
    try (Health health = Health.serve(0, () -> List.of(new Health.Unit("fundbuero", "", counts)))) {
      assertThat(get(health, "/metrics").body())
          .contains("connector_total{unit=\"fundbuero\",what=\"accepted\"} 3\n")
          .contains("what=\"not_sent\"} 0\n");
    }
  }
}
