package ch.meinkonto.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.database.DatabaseServer;
import ch.meinkonto.testing.PortalTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class PortalStartsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired DatabaseServer database;

  @Test
  void servesItsKeysWithoutThePrivatePart() throws Exception {
    var response = get("/.well-known/jwks.json");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"kty\":\"EC\"").doesNotContain("\"d\":");
  }

  @Test
  void runsOnADurableDatabaseThatAsksForAPassword() throws SQLException {
    assertThat(jdbc.sql("SHOW fsync").query(String.class).single()).isEqualTo("on");
    assertThat(jdbc.sql("SHOW synchronous_commit").query(String.class).single()).isEqualTo("on");
    try (var connection = database.connect(database.owner().orElseThrow());
        var statement = connection.createStatement();
        var trusting =
            statement.executeQuery("SELECT FROM pg_hba_file_rules WHERE auth_method = 'trust'")) {
      assertThat(trusting.next()).isFalse();
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
