package ch.meinkonto.connector.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.SmallJava;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.yaml.Findings;
import ch.meinkonto.connector.yaml.Placeholders;
import ch.meinkonto.connector.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attachment that is larger than the memory goes into the queue. */
class LargeMessageTest {

  @TempDir private Path root;

  @Test
  void isNeverHeldWhole() throws Exception {
    try (TestBroker broker = new TestBroker(root.resolve("broker"))) {
      String port = String.valueOf(broker.port());
      assertThat(SmallJava.run(LargeMessageTest.class, port, root.toString()))
          .isEqualTo("=Accepted[]");
      assertThat(broker.messages(TestBroker.REQUESTS)).isEqualTo(2);
      assertThat(stored()).isGreaterThan(SmallJava.LARGE);
    }
  }

  /** The broker puts it into a file of its own. */
  private long stored() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("broker/large"))) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path notes = Path.of(arguments[1]);
    Path file =
        Files.writeString(
            notes.resolve("unit.yaml"),
            "broker: amqp://localhost:%s\nuser: konto\npassword: ${RIGHT}\n"
                .formatted(arguments[0]));
    Broker broker =
        YamlFile.read(
                file, new Placeholders(_ -> Optional.of(TestBroker.PASSWORD)), new Findings(file))
            .flatMap(Broker::read)
            .orElseThrow();
    try (Line line = new Line(broker)) {
      Handover handover =
          new Handover(
              "fundbuero",
              Ledger.open(notes.resolve("ledger.jsonl"), new ForcedDisk()),
              new Sending(TestBroker.REQUESTS, Mappings.none(), line));
      System.out.println("=" + handover.take(Samples.lostUmbrella(Samples.large())));
      handover.trouble().current().ifPresent(why -> System.out.println("=" + why));
    }
    System.exit(0);
  }
}
