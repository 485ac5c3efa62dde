package ch.meinkonto.simulator.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.contract.Json;
import ch.meinkonto.simulator.SimulatorSettings;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Each fault as the other side of its protocol meets it. */
class SwitchesTest {

  private static final Path CITY = Path.of("../city/zuerich");
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final Switches switches = new Switches();
  @TempDir Path folder;

  private Room roomAt(Instant now) {
    return new Room(
        "tiefbauamt",
        new CaseFolder(folder.resolve("cases")),
        Scripts.read(CITY),
        Clock.fixed(now, ZoneOffset.UTC),
        Duration.ofSeconds(1),
        switches);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** An office with an API that works through a whole case, a step every five seconds. */
  private List<String> saidThroughout() throws IOException {
    var damage =
        Json.mapper()
            .readTree(
                Files.readString(
                    CITY.resolve("mapping/tiefbauamt/schaden-melden.beispiel-2.out.json")));
    var clock = new SettableClock();
    var room =
        new Room(
            "tiefbauamt",
            new CaseFolder(folder.resolve("cases")),
            Scripts.read(CITY),
            clock,
            Duration.ofSeconds(1),
            switches);
    var office = new RestOffice(folder, room);
    for (var file : damage.path("dateien")) {
      office.file(file.asString(), "Lampe.jpg");
    }
    assertThat(office.take(damage)).isEmpty();
    for (var i = 0; i < 12; i++) {
      clock.now = clock.now.plusSeconds(5);
      office.work();
    }
    return office.says().after(0, 50).stream().map(SwitchesTest::status).toList();
  }

  private static String status(JsonNode event) {
    return event.path("status").asString(event.path("art").asString());
  }

  private static final class SettableClock extends Clock {
    private Instant now = NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }

  @Test
  void saysEverythingInItsOrderWhenNothingIsWrong() throws IOException {
    assertThat(saidThroughout()).containsExactly("in-arbeit", "erledigt", "abgelegt");
  }

  @Test
  void saysEverythingTwice() throws IOException {
    switches.set(Set.of(Fault.DUPLICATE));
    assertThat(saidThroughout())
        .containsExactly("in-arbeit", "in-arbeit", "erledigt", "erledigt", "abgelegt", "abgelegt");
  }

  @Test
  void saysTheSecondBeforeTheFirst() throws IOException {
    switches.set(Set.of(Fault.OUT_OF_ORDER));
    assertThat(saidThroughout()).containsExactly("erledigt", "in-arbeit", "abgelegt");
  }

  @Test
  void saysNothingThatCanBeReadUntilItIsSwitchedOff() throws IOException {
    switches.set(Set.of(Fault.GARBLED));
    assertThat(saidThroughout()).isEmpty();
    assertThat(new CaseFolder(folder.resolve("cases")).all()).hasSize(1);
  }

  @Test
  void turnsDownWhatIsNewButNothingThatItHas() {
    var room = roomAt(NOW);
    var known = aCase("MK-2026-7F3K-92Q8");
    assertThat(room.take(known)).isEmpty();
    switches.set(Set.of(Fault.REJECTING));
    assertThat(room.take(known)).isEmpty();
    assertThat(room.take(aCase("MK-2026-7F3K-92QD")).orElseThrow().text()).contains("lehnt");
  }

  private static Case aCase(String reference) {
    var description = Json.mapper().createObjectNode();
    description
        .putObject("envelope")
        .put("requestId", reference)
        .put("submissionId", reference)
        .put("reference", reference)
        .put("service", "schaden-melden")
        .put("language", "de")
        .put("receivedAt", NOW.toString());
    return Case.of("tiefbauamt", description, List.of(), NOW);
  }

  @Test
  void worksOnlyNowAndThenWhenSlowAndNotAtAllWhenDown() {
    switches.set(Set.of(Fault.SLOW));
    assertThat(switches.isAtWork(NOW)).isTrue();
    assertThat(switches.isAtWork(NOW.plusSeconds(1))).isFalse();
    assertThat(switches.isAtWork(NOW.plusSeconds(5))).isTrue();
    switches.set(Set.of(Fault.DOWN));
    assertThat(switches.isAtWork(NOW.plusSeconds(60))).isFalse();
    switches.set(Set.of());
    assertThat(switches.isAtWork(NOW.plusSeconds(60))).isTrue();
  }

  @Test
  void keepsACallerWaitingAsLongAsItIsDown() throws InterruptedException {
    switches.set(Set.of(Fault.DOWN));
    assertThat(switches.keepWaiting(Duration.ofMillis(10))).isFalse();
    var caller = Thread.ofVirtual().start(this::callIn);
    while (caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    switches.set(Set.of());
    caller.join();
    assertThat(Files.exists(folder.resolve("answered"))).isTrue();
  }

  private void callIn() {
    try {
      if (switches.keepWaiting(Duration.ofHours(1))) {
        Files.createFile(folder.resolve("answered"));
      }
    } catch (InterruptedException | IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void answersNonsenseOverHttpThoughTheOfficeHasHeard() throws Exception {
    var heard = new StringBuilder();
    var request = new MockHttpServletRequest("PUT", "/fach/tiefbauamt/faelle/1");
    switches.set(Set.of(Fault.GARBLED));
    var response = new MockHttpServletResponse();
    OfficeGate.pass(
        switches,
        request,
        response,
        (_, answer) -> {
          heard.append("heard");
          answer.getWriter().write("{\"fall\": 1}");
          answer.flushBuffer();
        });
    assertThat(heard).hasToString("heard");
    assertThat(response.getContentAsString()).contains("Wir bauen um").doesNotContain("fall");
    assertThat(response.getStatus()).isEqualTo(200);
  }

  @Test
  void letsNobodyOntoItsServerWhenDown() throws Exception {
    try (var city = new AnnotationConfigApplicationContext();
        var client = SshClient.setUpDefaultClient()) {
      city.setEnvironment(
          new MockEnvironment()
              .withProperty("simulator.data-dir", folder.toString())
              .withProperty("simulator.sftp-port", Integer.toString(freePort())));
      city.register(SimulatorSettings.class, SftpServer.class);
      city.refresh();
      var settings = city.getBean(SimulatorSettings.class);
      city.getBean(SftpServer.class).open("verkehr", switches);
      client.setServerKeyVerifier((_, _, _) -> true);
      client.start();
      var key = settings.connectorFolder("verkehr").resolve("keys/id_sftp");
      var login = new FileKeyPairProvider(key).loadKeys(null).iterator().next();
      try (var session = logIn(client, settings, login);
          var files = SftpClientFactory.instance().createSftpClient(session)) {
        assertThat(files.readDir(".")).isNotEmpty();
        switches.set(Set.of(Fault.DOWN));
        assertThatThrownBy(() -> files.stat(".")).isInstanceOf(IOException.class);
      }
      assertThatThrownBy(() -> logIn(client, settings, login)).isInstanceOf(IOException.class);
      switches.set(Set.of());
      logIn(client, settings, login).close();
    }
  }

  private static ClientSession logIn(SshClient client, SimulatorSettings settings, KeyPair key)
      throws IOException {
    var session =
        client
            .connect("verkehr", "localhost", settings.sftpPort())
            .verify(10, TimeUnit.SECONDS)
            .getSession();
    session.addPublicKeyIdentity(key);
    session.auth().verify(10, TimeUnit.SECONDS);
    return session;
  }

  @Test
  void letsNobodyIntoAMailboxWhenDown() throws Exception {
    var keys = new MailKeys(folder);
    var port = freePort();
    try (var server = new UnitMail(keys, freePort(), port)) {
      server.open("amt@zuerich.example");
      server.letIn("amt@zuerich.example", false);
      assertThatThrownBy(() -> logIn(port, keys)).isInstanceOf(AuthenticationFailedException.class);
      server.letIn("amt@zuerich.example", true);
      logIn(port, keys);
    }
  }

  private static void logIn(int port, MailKeys keys) throws Exception {
    var properties = new Properties();
    properties.put("mail.imaps.ssl.trust", "*");
    try (var store = Session.getInstance(properties).getStore("imaps")) {
      store.connect("localhost", port, "amt@zuerich.example", keys.password());
    }
  }

  @Test
  void stopsItsBrokerWhenDownAndLosesNothing() throws Exception {
    var port = freePort();
    try (var broker = AmqpBroker.start(folder.resolve("broker"), port);
        var client = Client.create()) {
      broker.queues("antraege");
      try (var connection = broker.connect(client)) {
        connection
            .openSender("antraege")
            .send(Message.create("da".getBytes(UTF_8)).durable(true))
            .awaitAccepted(10, TimeUnit.SECONDS);
      }
      broker.keepDown("amt-a", true);
      broker.keepDown("amt-b", true);
      broker.keepDown("amt-b", false);
      assertThatThrownBy(() -> broker.connect(client).openFuture().get(5, TimeUnit.SECONDS))
          .isInstanceOf(Exception.class);
      broker.keepDown("amt-a", false);
      assertThat(received(broker, client)).isEqualTo("da".getBytes(UTF_8));
    }
  }

  private static byte[] received(AmqpBroker broker, Client client) throws ClientException {
    try (var connection = broker.connect(client);
        var receiver = connection.openReceiver("antraege")) {
      Message<byte[]> message = receiver.receive(10, TimeUnit.SECONDS).message();
      return message.body();
    }
  }
}
