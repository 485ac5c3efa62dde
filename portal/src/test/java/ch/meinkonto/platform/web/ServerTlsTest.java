package ch.meinkonto.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.testing.Authority;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.RunningPortal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** Between the proxy and the portal nobody listens, and only the proxy comes in. */
class ServerTlsTest {

  private static final Path FOLDER = Path.of("target/server-tls");

  @Test
  void onlyTheProxyIsServedAndOverTlsOnly() throws Exception {
    var authority = new Authority(FOLDER.resolve("authority"));
    var another = new Authority(FOLDER.resolve("another"));
    var portal = authority.issue("portal");
    var proxy = authority.issue("proxy");
    var port = RunningPortal.freePort();
    try (var _ =
        CityOfTests.start(
            port,
            "--TLS_CERTIFICATE=" + portal.certificate(),
            "--TLS_KEY=" + portal.key(),
            "--TLS_CLIENTS=" + authority.certificate())) {
      assertThat(get("https", port, authority.client(proxy)).statusCode()).isEqualTo(200);

      refused("https", port, authority.client(null));
      refused("https", port, authority.client(another.issue("proxy")));
      refused("https", port, another.client(proxy));
      assertThat(get("http", port, authority.client(proxy)).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void inProductionThePortalIsReachedOverTlsOrFromThisMachineOnly() {
    assertThat(address(production())).isEqualTo("127.0.0.1");
    assertThat(address(new MockEnvironment())).isNull();

    var withoutKey = production().withProperty("TLS_CERTIFICATE", "portal.pem");
    assertThatThrownBy(() -> address(withoutKey)).hasMessageContaining("TLS_KEY");

    var overTls =
        production()
            .withProperty("TLS_CERTIFICATE", "portal.pem")
            .withProperty("TLS_KEY", "portal.key");
    assertThat(address(overTls)).isNull();
    assertThat(overTls.getProperty("server.ssl.bundle")).isEqualTo("portal");
    assertThat(overTls.getProperty("server.ssl.client-auth")).isNull();
  }

  private static MockEnvironment production() {
    return new MockEnvironment().withProperty("MODE", "production");
  }

  private static @Nullable String address(MockEnvironment environment) {
    new ServerTls().postProcessEnvironment(environment, new SpringApplication());
    return environment.getProperty("server.address");
  }

  private static HttpResponse<String> get(String scheme, int port, SSLContext context)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().sslContext(context).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(scheme + "://localhost:" + port + "/hilfe")).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static void refused(String scheme, int port, SSLContext context) {
    assertThatThrownBy(() -> get(scheme, port, context)).isInstanceOf(IOException.class);
  }
}
