package ch.meinkonto.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.testing.Authority;
import ch.qos.logback.classic.LoggerContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** Lines reach the operator's collector, and nobody who only pretends to be it. */
class LogsElsewhereTest {

  private static final Logger LOG = LoggerFactory.getLogger("ch.meinkonto.LogsElsewhereTest");
  private static final Path FOLDER = Path.of("target/logs-elsewhere");

  private final List<String> received = new CopyOnWriteArrayList<>();
  private Authority authority;
  private ServerSocket collector;

  @BeforeEach
  void aCollectorListens() throws Exception {
    authority = new Authority(FOLDER.resolve("authority"));
    collector = listen(0);
  }

  @AfterEach
  void linesGoNowhereElse() throws IOException {
    var root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
    var appender = root.getAppender("elsewhere");
    if (appender != null) {
      root.detachAppender(appender);
      appender.stop();
    }
    collector.close();
  }

  @Test
  void eachLineIsSentOverTlsAndAgainAfterTheCollectorWasAway() throws Exception {
    sendTo("tls://localhost:" + collector.getLocalPort(), authority);

    LOG.info("A request was refused (404): GET /mitteilungen/{id}");
    await()
        .untilAsserted(() ->
            assertThat(received)
                .anySatisfy(line ->
                    assertThat(line)
                        .startsWith("{\"@timestamp\":\"")
                        .contains("\"message\":\"A request was refused (404)", "\"INFO\"")));

    var port = collector.getLocalPort();
    collector.close();
    received.clear();
    collector = listen(port);
    await()
        .pollInterval(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> {
          LOG.info("still here");
          assertThat(received).anySatisfy(line -> assertThat(line).contains("still here"));
        });
  }

  @Test
  void aCollectorThatIsNotTheOneHearsNothing() throws Exception {
    var another = new Authority(FOLDER.resolve("another"));
    sendTo("tls://localhost:" + collector.getLocalPort(), another);
    LOG.info("for nobody else");
    Thread.sleep(2_000);

    assertThat(received).isEmpty();
  }

  @Test
  void aCollectorOfAnotherNameHearsNothing() throws Exception {
    sendTo("tls://127.0.0.1:" + collector.getLocalPort(), authority);
    LOG.info("for nobody else");
    Thread.sleep(2_000);

    assertThat(received).isEmpty();
  }

  @Test
  void linesNeverTravelInTheClear() {
    for (var to : List.of("tcp://localhost:5000", "http://localhost:5000", "tls://localhost")) {
      assertThatThrownBy(() -> sendTo(to, authority)).hasMessageContaining("LOGS_TO");
    }
  }

  private static void sendTo(String address, Authority trusted) {
    var context = new GenericApplicationContext();
    context.setEnvironment(
        new MockEnvironment()
            .withProperty("LOGS_TO", address)
            .withProperty("LOGS_AUTHORITY", trusted.certificate().toString()));
    new LogsElsewhere()
        .onApplicationEvent(
            new ApplicationPreparedEvent(new SpringApplication(), new String[0], context));
  }

  private ServerSocket listen(int port) throws Exception {
    var own = authority.issue("collector");
    var server =
        authority
            .client(own)
            .getServerSocketFactory()
            .createServerSocket(port, 5, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(() -> {
      while (!server.isClosed()) {
        try (var connection = server.accept();
            var lines =
                new BufferedReader(
                    new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
          for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            received.add(line);
            if (server.isClosed()) {
              return;
            }
          }
        } catch (IOException e) {
          // the next one
        }
      }
    });
    return server;
  }
}
