package ch.meinkonto.connector.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.handover.Hash;
import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.handover.Word;
import ch.meinkonto.connector.handover.WordReader;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Json;
import ch.meinkonto.unit.PortalUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.StreamDelivery;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Says to the portal what comes from the queue, one message after the other; each is settled only
 * when the portal has stored it, or when it lies in the queue for what cannot be sent.
 */
final class Hearing {

  private static final Logger log = LoggerFactory.getLogger(Hearing.class);
  private static final int LARGEST = 16 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String unit;
  private final Answers answers;
  private final Line line;
  private final Mappings mappings;
  private final Replies replies;
  private final Counts counts;
  private final Trouble trouble;
  private volatile boolean closed;

  Hearing(
      String unit, Answers answers, Line line, Mappings mappings, Replies replies, Counts counts) {
    this.unit = unit;
    this.answers = answers;
    this.line = line;
    this.mappings = mappings;
    this.replies = replies;
    this.counts = counts;
    this.trouble = new Trouble(log, unit + ": what its system says is heard again");
  }

  /** Nothing more is heard; what breaks off now is no trouble. */
  void close() {
    closed = true;
  }

  /** What keeps the unit's system from being heard. */
  Trouble trouble() {
    return trouble;
  }

  /** Hears until there is nothing more. */
  void round() {
    if (closed) {
      return;
    }
    try {
      boolean more = true;
      while (more) {
        Optional<StreamDelivery> next = line.next(answers.queue(), PATIENCE);
        more = next.isPresent() && isHeard(next.get());
        if (next.isEmpty()) {
          trouble.none();
        }
      }
    } catch (NotNow e) {
      because("%s: messages: %s; tried again".formatted(unit, e.getMessage()));
    }
  }

  private void because(String message) {
    if (!closed) {
      trouble.because(message);
    }
  }

  /** What cannot be said now goes back to where it was; that counts as no attempt to deliver it. */
  private boolean isHeard(StreamDelivery delivery) throws NotNow {
    try {
      hear(delivery);
      trouble.none();
      return true;
    } catch (PortalUnavailable e) {
      because(unit + ": the portal cannot be reached; what its system says is tried again");
    } catch (IOException e) {
      because(
          "%s: a message cannot be said (%s); tried again"
              .formatted(unit, e.getClass().getSimpleName()));
    }
    line.call(delivery::release);
    return false;
  }

  private void hear(StreamDelivery delivery) throws NotNow, IOException {
    byte[] encoded = line.call(() -> read(delivery));
    Letter letter = Letter.read(encoded);
    try {
      if (encoded.length > LARGEST) {
        letter = new Letter(letter.id(), new byte[0]);
        throw new Unusable("Die Meldung ist grösser als 16 MB.");
      }
      say(letter);
    } catch (Unusable e) {
      setAside(letter, e.reason());
    }
    line.call(delivery::accept);
  }

  /** The message as it is on the wire; of one that is too large, the beginning. */
  private static byte[] read(StreamDelivery delivery) throws ClientException, IOException {
    try (InputStream content = delivery.rawInputStream()) {
      return content.readNBytes(LARGEST + 1);
    }
  }

  private void say(Letter letter) throws Unusable, IOException {
    JsonNode json = json(letter);
    JsonNode said = json.at(answers.word());
    Word word = WordReader.read(said, mappings);
    List<Document> documents = Enclosed.of(word, json.at(answers.documents()));
    String key =
        Hash.of((letter.id() + "\0").getBytes(UTF_8), Json.bytes(said), Json.bytes(documents));
    replies.say(key, word, documents);
    counts.add(Counts.Of.SENT, 1);
    log.info("{}: message {} was sent for {}", unit, letter.id(), word.reference());
  }

  private static JsonNode json(Letter letter) throws Unusable {
    try {
      return Json.mapper().readTree(letter.content());
    } catch (JacksonException e) {
      throw new Unusable("Die Meldung ist kein gültiges JSON.");
    }
  }

  private void setAside(Letter letter, String reason) throws NotNow {
    Message<byte[]> refused =
        line.call(() ->
            Message.create(letter.content())
                .durable(true)
                .messageId(letter.id())
                .property("reason", reason)
                .property(
                    Parcel.DUPLICATE,
                    Hash.of(
                        (answers.queue() + "\0" + letter.id()).getBytes(UTF_8), letter.content())));
    line.send(answers.refused(), refused);
    counts.add(Counts.Of.NOT_SENT, 1);
    log.warn(
        "{}: message {} cannot be sent; it lies in {} with the reason",
        unit,
        letter.id(),
        answers.refused());
  }
}
