package ch.meinkonto.connector.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.TestKeys;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.rest.CaseSystem.Reply;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What APIs answer, good and bad, and whom the connector believes. */
@ExtendWith(OutputCaptureExtension.class)
class RestClientTest {

  private static final String CASES = "request: { put: \"/faelle/{submission}\" }\n";

  @TempDir private Path root;
  private CaseSystem system;
  private final ReceivedRequest umbrella = Samples.lostUmbrella(new ReceivedAttachment[0]);

  @BeforeEach
  void start() throws Exception {
    system = new CaseSystem();
  }

  @AfterEach
  void stop() {
    system.close();
  }

  private record Result(Outcome outcome, Optional<String> trouble) {}

  private Result take(String address, String more) throws Exception {
    RestPlan plan = RestRig.plan(root, "url: " + address + "\n" + CASES + more);
    Path notes = Files.createTempDirectory(root, "notes");
    try (Client client = RestRig.client(plan)) {
      Handover handover = RestRig.start(plan, client, notes, new ForcedDisk());
      return new Result(handover.take(umbrella), handover.trouble().current());
    }
  }

  private void answers(int status, String body, String... header) {
    system.instead =
        exchange -> {
          if (header.length > 0) {
            exchange.getResponseHeaders().set(header[0], header[1]);
          }
          return new Reply(status, body);
        };
  }

  @Test
  void tellsHerWhatTheSystemSaysNo() throws Exception {
    answers(422, "{\"fehler\":{\"code\":\"kein-schirm\",\"text\":\"Wir suchen nur Hüte.\"}}");
    Result result =
        take(
            system.address(),
            "rejected: { status: 409 422, code: /fehler/code, text: /fehler/text }\n");
    assertThat(result.outcome()).isEqualTo(Outcome.rejected("kein-schirm", "Wir suchen nur Hüte."));
    assertThat(result.trouble()).isEmpty();
  }

  @Test
  void takesNoWordlessNoForAnAnswer(CapturedOutput log) throws Exception {
    answers(422, "{\"detail\":\"Ćosić ist kein Name\"}");
    Result result = take(system.address(), "rejected: { status: 422, text: /fehler/text }\n");
    assertThat(result.outcome()).isInstanceOf(Outcome.TryLater.class);
    assertThat(result.trouble()).get().asString().contains("422");
    assertThat(log.getAll()).doesNotContain("Ćosić");
  }

  @Test
  void waitsAsLongAsTheSystemAsks() throws Exception {
    answers(429, "", "Retry-After", "120");
    assertThat(take(system.address(), "").outcome())
        .isEqualTo(Outcome.tryLater(Duration.ofMinutes(2)));
    answers(503, "", "Retry-After", "86400");
    assertThat(take(system.address(), "").outcome())
        .isEqualTo(Outcome.tryLater(Duration.ofHours(1)));
    answers(500, "");
    assertThat(take(system.address(), "").outcome())
        .isEqualTo(Outcome.tryLater(Duration.ofMinutes(1)));
  }

  @Test
  void followsNoRedirect() throws Exception {
    answers(307, "", "Location", "http://localhost:" + system.port() + "/api/anderswo");
    assertThat(take(system.address(), "").trouble()).get().asString().contains("redirect");
    assertThat(system.calls).hasSize(1);
  }

  @Test
  void readsNoMoreThanItCanHold() throws Exception {
    answers(200, "x".repeat(Client.LARGEST + 1));
    assertThat(take(system.address(), "").outcome()).isInstanceOf(Outcome.TryLater.class);
  }

  @Test
  void waitsForNoAnswerWithoutEnd() throws Exception {
    system.instead =
        exchange -> {
          try { // a body that comes drop by drop
            exchange.sendResponseHeaders(200, 1000);
            for (int i = 0; i < 100; i++) {
              exchange.getResponseBody().write('x');
              exchange.getResponseBody().flush();
              LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
          } catch (IOException gone) {
            return null;
          }
          return null;
        };
    long start = System.nanoTime();
    Result result = take(system.address(), "timeout: 300ms\n");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    assertThat(result.trouble()).get().asString().contains("in time");
  }

  @Test
  void showsItsTokenToTheApiAndToNobodyElse(CapturedOutput log) throws Exception {
    List<String> seen = new ArrayList<>();
    system.instead =
        exchange -> {
          seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
          return null;
        };
    String login = "login: { bearer: \"${TOKEN}\" }\n";
    assertThat(take(system.address(), login).outcome()).isEqualTo(Outcome.accepted());
    Path secret = Files.writeString(root.resolve("password"), "geheim-0815\n");
    String basic = "login: { user: konto, password: \"file:" + secret + "\" }\n";
    assertThat(take(system.address(), basic).outcome()).isEqualTo(Outcome.accepted());

    assertThat(seen)
        .containsExactly(
            "Bearer geheim-4711",
            "Basic " + Base64.getEncoder().encodeToString("konto:geheim-0815".getBytes(UTF_8)));
    RestPlan plan = RestRig.plan(root, "url: " + system.address() + "\n" + CASES + login);
    assertThat(plan + " " + plan.api()).doesNotContain("geheim");
    assertThat(log.getAll()).doesNotContain("geheim");
  }

  @Test
  void fetchesANewTokenWhenTheOldOneIsNoLongerAccepted() throws Exception {
    List<String> tokens = new ArrayList<>();
    system.instead =
        exchange -> {
          String shown = exchange.getRequestHeaders().getFirst("Authorization");
          if (exchange.getRequestURI().getPath().endsWith("/token")) {
            tokens.add("t" + tokens.size());
            return new Reply(
                200, "{\"access_token\":\"" + tokens.getLast() + "\",\"expires_in\":300}");
          }
          return "Bearer t1".equals(shown) ? null : new Reply(401, "");
        };
    String login =
        "login: { tokens: %s/token, client: konto, secret: \"${TOKEN}\", scope: faelle }\n"
            .formatted(system.address());
    assertThat(take(system.address(), login).outcome()).isEqualTo(Outcome.accepted());
    assertThat(tokens).hasSize(2);
  }

  @Test
  void believesOnlyWhomItIsToldTo() throws Exception {
    Path server = TestKeys.of(root, "server", "localhost");
    Path other = TestKeys.of(root, "other", "localhost");
    Path named = TestKeys.of(root, "named", "fach.example");
    Path ours = TestKeys.of(root, "ours", "konto");
    try (CaseSystem secure = new CaseSystem(https(server, ours));
        CaseSystem misnamed = new CaseSystem(https(named, ours))) {
      String address = "https://localhost:" + secure.port() + "/api";
      String us = ", certificate: " + ours + ", password: \"file:" + root + "/store-password\"";
      Files.writeString(root.resolve("store-password"), TestKeys.PASSWORD);

      assertThat(
              take(address, "tls: { trust: " + TestKeys.certificate(server) + us + " }\n")
                  .outcome())
          .isEqualTo(Outcome.accepted());
      assertThat(take(address, "tls: { trust: " + TestKeys.certificate(server) + " }\n").outcome())
          .as("without our certificate")
          .isInstanceOf(Outcome.TryLater.class);
      assertThat(
              take(address, "tls: { trust: " + TestKeys.certificate(other) + us + " }\n").trouble())
          .get()
          .asString()
          .contains("cannot be trusted");
      assertThat(take(address, "").trouble()).get().asString().contains("cannot be trusted");
      String elsewhere = "https://localhost:" + misnamed.port() + "/api";
      assertThat(
              take(elsewhere, "tls: { trust: " + TestKeys.certificate(named) + us + " }\n")
                  .trouble())
          .as("another name")
          .get()
          .asString()
          .contains("cannot be trusted");
      assertThat(secure.things).hasSize(1);
      assertThat(misnamed.things).isEmpty();
    }
  }

  /** A server that asks for a client's certificate. */
  private static HttpsServer https(Path own, Path client) throws Exception {
    char[] password = TestKeys.PASSWORD.toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(own), password);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore believed = KeyStore.getInstance("PKCS12");
    believed.load(null, null);
    believed.setCertificateEntry("client", store(client).getCertificate(TestKeys.ALIAS));
    trust.init(believed);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters asked = context.getDefaultSSLParameters();
            asked.setNeedClientAuth(true);
            parameters.setSSLParameters(asked);
          }
        });
    return server;
  }

  private static KeyStore store(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, TestKeys.PASSWORD.toCharArray());
    }
    return store;
  }
}
