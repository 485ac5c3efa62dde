package ch.meinkonto.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.UnitKeys;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole connector, between a small portal and a real folder. */
@ExtendWith(OutputCaptureExtension.class)
class ConnectorTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String CONFIGURATION =
      """
      units:
        fundbuero:
          channel: folder
          folder: ${DATA_DIR}/%s
          settle: 50ms
          poll: 20ms
      """;

  @TempDir private Path root;
  private SmallPortal portal;
  private ConfigurableApplicationContext connector;

  @BeforeEach
  void start() throws IOException {
    portal = new SmallPortal(this::publicKeys);
    configure(CONFIGURATION.formatted("fundbuero"));
    connector = SpringApplication.run(Connector.class, arguments());
    assertThat(Connector.serve(connector)).isEqualTo(Connector.RUNNING);
  }

  private String[] arguments() {
    return new String[] {
      "--connector.portal=" + portal.address(),
      "--connector.city-dir=" + root,
      "--connector.data-dir=" + root.resolve("data"),
      "--connector.config=" + root.resolve("connector.yaml")
    };
  }

  private void configure(String yaml) throws IOException {
    Files.writeString(root.resolve("connector.yaml"), yaml);
  }

  private JWKSet publicKeys() {
    try {
      return JWKSet.load(root.resolve("data/unit-keys/fundbuero.jwks.json").toFile());
    } catch (IOException | ParseException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void stop() {
    connector.close();
    portal.close();
  }

  private Path incoming(String folder, ReceivedRequest request) {
    return root.resolve("data")
        .resolve(folder)
        .resolve("eingang")
        .resolve(request.envelope().reference().value());
  }

  @Test
  void bringsARequestToItsUnitAndTheAnswerBack() throws IOException {
    ReceivedRequest umbrella = Samples.lostUmbrella();
    portal.offer(umbrella);
    await().atMost(SOON).until(portal::isEmpty);
    assertThat(incoming("fundbuero", umbrella).resolve("antrag.pdf")).exists();
    assertThat(incoming("fundbuero", umbrella).resolve("anhang/1-Schirm.jpg"))
        .hasBinaryContent(Samples.PHOTO);

    Path outgoing = root.resolve("data/fundbuero/ausgang");
    Files.writeString(outgoing.resolve("Abholschein.pdf"), "%PDF");
    Files.writeString(
        outgoing.resolve("brief.json.part"),
        Json.write(
            Map.of(
                "reference",
                umbrella.envelope().reference(),
                "kind",
                "message",
                "text",
                "Ihr Schirm ist da.",
                "documents",
                new String[] {"Abholschein.pdf"})));
    Files.move(outgoing.resolve("brief.json.part"), outgoing.resolve("brief.json"));
    await().atMost(SOON).until(() -> Files.exists(outgoing.resolve("erledigt/brief.json")));
    assertThat(portal.heard())
        .singleElement()
        .isInstanceOfSatisfying(
            UnitEvent.Message.class,
            message -> {
              assertThat(message.requestId()).isEqualTo(umbrella.requestId());
              assertThat(message.documents()).hasSize(1);
            });
  }

  @Test
  void takesAttachmentsOf20Megabytes() {
    byte[] large = new byte[20 * 1024 * 1024];
    new Random(7).nextBytes(large);
    ReceivedRequest umbrella = Samples.lostUmbrella(Samples.attachment("gross.jpg", large));
    portal.offer(umbrella);
    await().atMost(SOON).until(portal::isEmpty);
    assertThat(incoming("fundbuero", umbrella).resolve("anhang/1-gross.jpg"))
        .hasBinaryContent(large);
  }

  @Test
  void followsItsConfigurationWhileRunning() throws IOException {
    configure(CONFIGURATION.formatted("neu"));
    connector.getBean(FileWatch.class).look();
    ReceivedRequest umbrella = Samples.lostUmbrella();
    portal.offer(umbrella);
    await().atMost(SOON).until(portal::isEmpty);
    assertThat(incoming("neu", umbrella)).isDirectory();
  }

  @Test
  void readsKeysAnewThatWereChangedWhileRunning() throws IOException {
    Path file = root.resolve("data/connector/fundbuero/keys/private.jwks.json");
    UnitKeys next = UnitKeys.read("fundbuero", file).withNext();
    next.writePrivate(file);
    connector.getBean(FileWatch.class).look();
    assertThat(publicKeys().getKeys()).hasSize(4);

    ReceivedRequest umbrella = Samples.lostUmbrella();
    portal.offer(umbrella);
    await().atMost(SOON).until(portal::isEmpty);
    assertThat(incoming("fundbuero", umbrella)).isDirectory();
    Files.writeString(file, "half a file");
    connector.getBean(FileWatch.class).look();
    portal.offer(Samples.lostUmbrella());
    await().atMost(SOON).until(portal::isEmpty);
  }

  @Test
  void losesNothingThatThePortalGivesToThePollOfAClosedConnection() throws IOException {
    portal.letPollsWait();
    await().atMost(SOON).until(() -> portal.waitingPolls() == 1);
    configure(CONFIGURATION.formatted("neu"));
    connector.getBean(FileWatch.class).look();
    await().atMost(SOON).until(() -> portal.waitingPolls() == 2);
    ReceivedRequest umbrella = Samples.lostUmbrella();
    portal.offer(umbrella);
    await().atMost(SOON).until(portal::isEmpty);
    assertThat(incoming("neu", umbrella)).isDirectory();
  }

  @Test
  void onlyDealsWithKeysWhenAskedTo(CapturedOutput log) {
    assertThat(
            Connector.run(
                "fingerprint",
                "--unit",
                "fundbuero",
                "--keys",
                root.resolve("data/connector/fundbuero/keys").toString()))
        .isZero();
    assertThat(log.getOut()).containsPattern("Fingerprint: ([0-9]{5} ){7}[0-9]{5}");
  }

  @Test
  void goesOnWithWhatRanWhenTheConfigurationIsFaulty(CapturedOutput log) throws IOException {
    configure("unit: fundbuero");
    connector.getBean(FileWatch.class).look();
    connector.getBean(FileWatch.class).look();
    assertThat(log.getAll())
        .containsOnlyOnce("connector.yaml:1: unknown key “unit”; known here: units");
    portal.offer(Samples.lostUmbrella());
    await().atMost(SOON).until(portal::isEmpty);
  }

  @Test
  void refusesAFolderThatAnotherConnectorUses(CapturedOutput log) {
    assertThat(Connector.run(arguments())).isOne();
    assertThat(log.getAll()).contains("fundbuero: the folder", "is used by another");
  }

  @Test
  void onlyChecksWhenAskedTo(CapturedOutput log) throws IOException {
    String[] check = java.util.Arrays.copyOf(arguments(), arguments().length + 1);
    check[check.length - 1] = "--check";
    assertThat(Connector.run(check)).isZero();
    assertThat(log.getOut()).contains("In order; units: 1");
    configure("units:\n  a: b\nc: d\n");
    assertThat(Connector.run(check)).isOne();
    assertThat(log.getErr()).contains("connector.yaml:2: ", "connector.yaml:3: ");
  }
}
