package ch.meinkonto.connector.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.TestKeys;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.FailingDisk;
import ch.meinkonto.connector.handover.FailingDisk.Failure;
import ch.meinkonto.connector.handover.FailingDisk.Killed;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.yaml.Findings;
import ch.meinkonto.connector.yaml.Placeholders;
import ch.meinkonto.connector.yaml.YamlFile;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.StreamDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is special about queues. */
class AmqpTest {

  @TempDir private Path root;

  private AmqpPlan plan(TestBroker broker, String more) throws IOException {
    return plan(broker, more, "amqp");
  }

  private AmqpPlan plan(TestBroker broker, String more, String scheme) throws IOException {
    Findings findings = new Findings(root.resolve("unit.yaml"));
    Path file =
        Files.writeString(
            root.resolve("unit.yaml"),
            "broker: %s://localhost:%d\nrequests: %s\nanswers: { queue: %s, refused: %s }\n%s"
                .formatted(
                    scheme,
                    broker.port(),
                    TestBroker.REQUESTS,
                    TestBroker.ANSWERS,
                    TestBroker.REFUSED,
                    more));
    return YamlFile.read(file, new Placeholders(AmqpTest::environment), findings)
        .flatMap(map -> new AmqpKind().read("fundbuero", map))
        .map(AmqpPlan.class::cast)
        .orElseThrow(() -> new AssertionError(findings.all().toString()));
  }

  private static Optional<String> environment(String name) {
    return switch (name) {
      case "RIGHT" -> Optional.of(TestBroker.PASSWORD);
      case "WRONG" -> Optional.of("geraten");
      default -> Optional.empty();
    };
  }

  private AmqpPlan known(TestBroker broker) throws IOException {
    return plan(broker, "user: konto\npassword: ${RIGHT}\n");
  }

  private static Handover start(AmqpPlan plan, Line line, Path notes, Disk disk)
      throws IOException {
    return new Handover(
        "fundbuero",
        Ledger.open(notes.resolve("ledger.jsonl"), disk),
        new Sending(plan.requests(), plan.mappings(), line));
  }

  @ParameterizedTest
  @EnumSource
  void bringsEachMessageOnceWhateverNoteIsLost(Failure failure) throws Exception {
    try (TestBroker broker = new TestBroker(root.resolve("broker"))) {
      AmqpPlan plan = known(broker);
      boolean failed = true;
      for (int step = 0; failed; step++) {
        Path notes = Files.createDirectories(root.resolve("step-" + step));
        ReceivedRequest request = Samples.lostUmbrella();
        FailingDisk disk = new FailingDisk(step, failure);
        try (Line line = new Line(plan.broker())) {
          start(plan, line, notes, disk).take(request);
        } catch (Killed killed) {
          assertThat(disk.hasFailed()).isTrue();
        }
        failed = disk.hasFailed();
        try (Line line = new Line(plan.broker())) {
          Handover again = start(plan, line, notes, new ForcedDisk());
          assertThat(again.take(request)).isEqualTo(Outcome.accepted());
        }
        List<TestBroker.Taken> messages = broker.drain(TestBroker.REQUESTS);
        assertThat(messages.stream().map(one -> one.text("kind")))
            .containsExactly("attachment", "request");
        assertThat(messages)
            .allSatisfy(one -> {
              assertThat(one.durable()).isTrue();
              assertThat(one.group()).isEqualTo(request.envelope().reference().value());
            });
      }
    }
  }

  @Test
  void bringsAnAttachmentThatIsLarge() throws Exception {
    byte[] large = new byte[12 * 1024 * 1024];
    Arrays.fill(large, (byte) 'x');
    try (TestBroker broker = new TestBroker(root.resolve("broker"))) {
      AmqpPlan plan = known(broker);
      try (Line line = new Line(plan.broker())) {
        Handover handover = start(plan, line, root, new ForcedDisk());
        assertThat(handover.take(Samples.lostUmbrella(Samples.attachment("gross.jpg", large))))
            .isEqualTo(Outcome.accepted());
      }
      assertThat(broker.drain(TestBroker.REQUESTS).getFirst().body()).isEqualTo(large);
    }
  }

  @Test
  void bringsNoHalfOfAnAttachmentThatCannotBeRead() throws Exception {
    byte[] large = new byte[3 * 1024 * 1024];
    Arrays.fill(large, (byte) 'x');
    ReceivedRequest request = Samples.lostUmbrella(Samples.breakingOff(1, large));
    try (TestBroker broker = new TestBroker(root.resolve("broker"));
        Line line = new Line(known(broker).broker())) {
      Handover handover = start(known(broker), line, root, new ForcedDisk());
      assertThat(handover.take(request)).isInstanceOf(Outcome.TryLater.class);
      assertThat(broker.messages(TestBroker.REQUESTS)).isZero();

      assertThat(handover.take(request)).isEqualTo(Outcome.accepted());
      assertThat(broker.messages(TestBroker.REQUESTS)).isEqualTo(2);
      assertThat(broker.drain(TestBroker.REQUESTS).getFirst().body()).isEqualTo(large);
    }
  }

  @Test
  void bringsAnAttachmentThatIsEmpty() throws Exception {
    ReceivedRequest request = Samples.lostUmbrella(Samples.attachment("leer.txt", new byte[0]));
    try (TestBroker broker = new TestBroker(root.resolve("broker"));
        Line line = new Line(known(broker).broker())) {
      assertThat(start(known(broker), line, root, new ForcedDisk()).take(request))
          .isEqualTo(Outcome.accepted());
      assertThat(broker.drain(TestBroker.REQUESTS).getFirst().body()).isEmpty();
    }
  }

  @Test
  void losesNothingThatItGivesBackHoweverOften() throws Exception {
    try (TestBroker broker = new TestBroker(root.resolve("broker"))) {
      broker.send(TestBroker.ANSWERS, Message.create("da").durable(true));
      try (Line line = new Line(known(broker).broker())) {
        for (int times = 0; times < 12; times++) { // Artemis drops what fails ten times
          StreamDelivery delivery =
              line.next(TestBroker.ANSWERS, Duration.ofSeconds(10)).orElseThrow();
          line.call(delivery::release);
        }
      }
      assertThat(broker.messages(TestBroker.ANSWERS)).isOne();
    }
  }

  @Test
  void givesBackTheFirstBeforeItTakesTheSecond() throws Exception {
    try (TestBroker broker = new TestBroker(root.resolve("broker"))) {
      for (String text : List.of("eins", "zwei")) {
        broker.send(TestBroker.ANSWERS, Message.create(text).durable(true));
      }
      try (Line line = new Line(known(broker).broker())) {
        for (int times = 0; times < 3; times++) {
          StreamDelivery delivery =
              line.next(TestBroker.ANSWERS, Duration.ofSeconds(10)).orElseThrow();
          byte[] encoded = line.call(() -> delivery.rawInputStream().readAllBytes());
          LockSupport.parkNanos(Duration.ofMillis(300).toNanos()); // the portal is asked, in vain
          assertThat(Letter.read(encoded).content()).asString(UTF_8).isEqualTo("eins");
          line.call(delivery::release);
        }
      }
    }
  }

  @Test
  void waitsWhileItIsNotLetIn() throws Exception {
    try (TestBroker broker = new TestBroker(root.resolve("broker"))) {
      AmqpPlan plan = plan(broker, "user: konto\npassword: ${WRONG}\n");
      try (Line line = new Line(plan.broker())) {
        Handover handover = start(plan, line, root, new ForcedDisk());
        assertThat(handover.take(Samples.lostUmbrella())).isInstanceOf(Outcome.TryLater.class);
        assertThat(handover.trouble().current())
            .get()
            .asString()
            .contains("does not let the connector in")
            .doesNotContain("geraten");
      }
      assertThat(plan.broker().toString()).doesNotContain("geraten");
    }
  }

  @Test
  void believesOnlyWhomItIsToldTo() throws Exception {
    Path server = TestKeys.of(root, "server", "localhost");
    Path other = TestKeys.of(root, "other", "localhost");
    Path named = TestKeys.of(root, "named", "broker.example");
    assertThat(takenOver(server, server)).isEqualTo(Outcome.accepted());
    assertThat(takenOver(server, other)).isInstanceOf(Outcome.TryLater.class);
    assertThat(takenOver(named, named)).isInstanceOf(Outcome.TryLater.class);
  }

  private Outcome takenOver(Path own, Path trusted) throws Exception {
    String acceptor =
        ";sslEnabled=true;keyStoreType=PKCS12;keyStorePath=%s;keyStorePassword=%s"
            .formatted(own, TestKeys.PASSWORD);
    try (TestBroker broker = new TestBroker(Files.createTempDirectory(root, "broker"), acceptor)) {
      AmqpPlan plan =
          plan(
              broker,
              "user: konto\npassword: ${RIGHT}\ntimeout: 5s\ntls: { trust: %s }\n"
                  .formatted(TestKeys.certificate(trusted)),
              "amqps");
      try (Line line = new Line(plan.broker())) {
        Path notes = Files.createTempDirectory(root, "notes");
        return start(plan, line, notes, new ForcedDisk()).take(Samples.lostUmbrella());
      }
    }
  }

  @Test
  void readsTextsAndBytesAndIsNotAfraidOfAnythingElse() throws Exception {
    assertThat(Letter.read("unsinn".getBytes(UTF_8)).content()).isEmpty();
    byte[] text = encoded(Message.create("Grüsse").messageId("a-1"));
    assertThat(Letter.read(text).content()).asString(UTF_8).isEqualTo("Grüsse");
    assertThat(Letter.read(text).id()).isEqualTo("a-1");
    assertThat(Letter.read(encoded(Message.create(new byte[] {1, 2}))).content())
        .containsExactly(1, 2);
    assertThat(Letter.read(encoded(Message.create(List.of("x")))).content()).isEmpty();
  }

  private static byte[] encoded(Message<?> message) throws Exception {
    var buffer = message.toAdvancedMessage().encode(null);
    byte[] bytes = new byte[buffer.getReadableBytes()];
    buffer.readBytes(bytes, 0, bytes.length);
    return bytes;
  }

  @Test
  void findsWhatIsUnsafe() throws IOException {
    Findings findings = new Findings(root.resolve("unit.yaml"));
    Path file =
        Files.writeString(
            root.resolve("unit.yaml"),
            """
            broker: amqp://broker.example
            user: konto
            password: geheim
            requests: a
            answers: { queue: b }
            """);
    assertThat(
            YamlFile.read(file, new Placeholders(AmqpTest::environment), findings)
                .flatMap(map -> new AmqpKind().read("fundbuero", map)))
        .isEmpty();
    assertThat(findings.all().stream().map(one -> one.line() + ": " + one.message()))
        .satisfiesExactlyInAnyOrder(
            address -> assertThat(address).startsWith("1: “broker” must be an address"),
            password -> assertThat(password).startsWith("3: “password” must be ${NAME}"),
            refused -> assertThat(refused).isEqualTo("5: “refused” is missing"));
  }
}
