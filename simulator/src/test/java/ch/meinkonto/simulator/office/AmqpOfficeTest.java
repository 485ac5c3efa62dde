package ch.meinkonto.simulator.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The water supply reads what a queue brings, over a restart of the broker. */
class AmqpOfficeTest {

  private static final String REQUEST = "0199f1a0-5f2e-7c41-9a37-2d1f6b0c8e11";
  private static final String QUEUE = "wasserversorgung.antraege";

  @TempDir Path folder;

  @Test
  void takesAReadingOnceWithItsPhotoAndSaysSo() throws Exception {
    var port = freePort();
    try (var broker = AmqpBroker.start(folder.resolve("broker"), port)) {
      broker.queues(QUEUE);
      send(broker, message(REQUEST + "/1", "attachment", "Bild").property("number", 1));
      send(broker, message(REQUEST, "request", ablesung()));
      send(broker, message(REQUEST, "request", ablesung()));
    }
    try (var broker = AmqpBroker.start(folder.resolve("broker"), port)) {
      var office = new AmqpOffice(broker, folder.resolve("office"), room());
      var reader = Thread.ofVirtual().start(office::receive);
      await().until(() -> !office.cases().isEmpty());
      reader.interrupt();
      assertThat(office.cases())
          .singleElement()
          .satisfies(one -> {
            assertThat(one.answers().path("stand").asString()).isEqualTo("1234");
            assertThat(one.files()).containsExactly("Zähler.jpg (image/jpeg, 4 Bytes)");
          });
      await()
          .until(() -> {
            office.work();
            return office.cases().getFirst().step() > 0;
          });
      assertThat(said(broker)).contains("Wir prüfen, ob der Stand zu Ihrem Zähler passt.");
    }
  }

  private static String ablesung() {
    return """
    <ablesung auftrag="%s" aktenzeichen="MK-2026-7F3K-92Q8" geschaeft="wasser-zaehlerstand"
        sprache="de" eingegangen="2026-11-24T08:05:00Z" beilagen="1"><stand>1234</stand>
      <beilage>Zähler.jpg</beilage></ablesung>
    """
        .formatted(REQUEST);
  }

  private static Message<byte[]> message(String id, String kind, String body) throws Exception {
    return Message.create(body.getBytes(UTF_8))
        .durable(true)
        .messageId(id)
        .contentType(kind.equals("attachment") ? "image/jpeg" : "application/xml")
        .property("_AMQ_DUPL_ID", id)
        .property("kind", kind)
        .property("submission", REQUEST);
  }

  private static void send(AmqpBroker broker, Message<byte[]> message) throws Exception {
    try (var client = Client.create();
        var connection = broker.connect(client)) {
      connection.openSender(QUEUE).send(message).awaitAccepted(10, TimeUnit.SECONDS);
    }
  }

  private static String said(AmqpBroker broker) throws Exception {
    try (var client = Client.create();
        var connection = broker.connect(client);
        var receiver = connection.openReceiver("wasserversorgung.meldungen")) {
      Message<byte[]> message = receiver.receive(10, TimeUnit.SECONDS).message();
      return Json.mapper().readTree(message.body()).path("wort").path("text").asString();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Room room() {
    return new Room(
        "wasserversorgung",
        new CaseFolder(folder.resolve("cases")),
        Scripts.read(Path.of("../city/zuerich")),
        Clock.systemUTC(),
        Duration.ofMillis(1));
  }
}
