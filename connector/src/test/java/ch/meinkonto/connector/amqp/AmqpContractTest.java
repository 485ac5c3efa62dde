package ch.meinkonto.connector.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.connector.AnsweringChannelContract;
import ch.meinkonto.connector.Target;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.SubmissionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.protonj2.client.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AmqpContractTest extends AnsweringChannelContract {

  private @Nullable QueueOffice office;

  @Override
  protected Target target() throws Exception {
    office = new QueueOffice(new TestBroker(root.resolve("broker")), root);
    return office;
  }

  @Test
  void setsAsideWhatIsTooLarge() throws Exception {
    QueueOffice office = Objects.requireNonNull(this.office);
    byte[] large = new byte[17 * 1024 * 1024];
    office.broker.send(TestBroker.ANSWERS, Message.create(large).durable(true).messageId("gross"));
    await().atMost(Duration.ofSeconds(30)).until(() -> !office.complaints().isEmpty());
    assertThat(office.complaints()).containsExactly("Die Meldung ist grösser als 16 MB.");
    assertThat(office.broker.drain(TestBroker.ANSWERS)).isEmpty();
  }

  /** A unit's system that reads from a queue. */
  private static final class QueueOffice implements Target {

    private final TestBroker broker;
    private final Path secret;
    private final List<byte[]> files = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    QueueOffice(TestBroker broker, Path root) throws Exception {
      this.broker = broker;
      this.secret = Files.writeString(root.resolve("password"), TestBroker.PASSWORD);
    }

    @Override
    public String configuration() {
      return """
      channel: amqp
      broker: amqp://localhost:%d
      user: %s
      password: file:%s
      timeout: 5s
      requests: %s
      answers: { queue: %s, refused: %s, word: /wort }
      """
          .formatted(
              broker.port(),
              TestBroker.USER,
              secret,
              TestBroker.REQUESTS,
              TestBroker.ANSWERS,
              TestBroker.REFUSED);
    }

    @Override
    public void fault(Fault fault) throws Exception {
      switch (fault) {
        case DOWN -> broker.stop();
        case ANSWER_LOST -> broker.mute(true);
        case NONE -> {
          if (!broker.isUp()) {
            broker.startAgain();
          }
          broker.mute(false);
        }
      }
    }

    @Override
    public List<Taken> taken() throws Exception {
      for (TestBroker.Taken message : broker.drain(TestBroker.REQUESTS)) {
        if (message.text("kind").equals("attachment")) {
          files.add(message.body());
        } else {
          taken.add(
              new Taken(
                  SubmissionId.of(message.text("submission")),
                  message.group(),
                  new String(message.body(), UTF_8),
                  List.copyOf(files)));
          files.clear();
        }
      }
      return taken;
    }

    @Override
    public void say(String name, Map<String, Object> word, Map<String, byte[]> documents)
        throws Exception {
      List<Map<String, String>> inside = new ArrayList<>();
      documents.forEach((file, content) ->
          inside.add(Map.of("name", file, "content", Base64.getEncoder().encodeToString(content))));
      broker.send(
          TestBroker.ANSWERS,
          Message.create(Json.bytes(Map.of("wort", word, "documents", inside)))
              .durable(true)
              .messageId(name));
    }

    @Override
    public void babble(String name) throws Exception {
      broker.send(TestBroker.ANSWERS, Message.create("unsinn").durable(true).messageId(name));
    }

    @Override
    public List<String> complaints() throws Exception {
      for (TestBroker.Taken message : broker.drain(TestBroker.REFUSED)) {
        complaints.add(message.text("reason"));
      }
      return complaints;
    }

    @Override
    public void close() throws Exception {
      broker.close();
    }
  }
}
