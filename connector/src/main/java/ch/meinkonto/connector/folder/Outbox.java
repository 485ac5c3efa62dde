package ch.meinkonto.connector.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.handover.Hash;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.handover.Word;
import ch.meinkonto.connector.handover.WordReader;
import ch.meinkonto.unit.PortalUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what the unit's system dropped, once, and files it away with the reason if it cannot. */
final class Outbox {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final long LARGEST_WORD = 1024 * 1024;
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String unit;
  private final Layout layout;
  private final SentWords sent;
  private final Filing filing;
  private final Documents documents;
  private final Replies replies;
  private final Counts counts;
  private final Clock clock;
  private final Trouble trouble;
  private final Order order;
  private Instant notBefore = Instant.MIN;
  private boolean closed;

  Outbox(FolderDesk desk, SentWords sent, Replies replies, Counts counts) {
    this.unit = desk.unit();
    this.layout = desk.layout();
    this.sent = sent;
    this.filing = new Filing(layout, desk.disk());
    this.documents = new Documents(layout, desk.clock(), desk.settle());
    this.replies = replies;
    this.counts = counts;
    this.clock = desk.clock();
    this.order = new Order(clock);
    this.trouble = new Trouble(log, unit + ": answers reach the portal again");
  }

  /** What keeps answers from being sent. */
  Trouble trouble() {
    return trouble;
  }

  /** Waits for what is being sent; nothing is sent any more. */
  synchronized void close() {
    closed = true;
  }

  /** Deals with one file; what cannot be decided now stays and is looked at again. */
  synchronized void send(Path word) {
    if (closed || clock.instant().isBefore(notBefore)) {
      return;
    }
    try {
      deal(word);
    } catch (NoSuchFileException e) {
      log.info("{}: {} was taken back", unit, word.getFileName());
    } catch (IOException e) {
      trouble.because(
          "%s: %s cannot be read or moved (%s); it stays and is tried again"
              .formatted(unit, word, e.getClass().getSimpleName()));
      notBefore = clock.instant().plus(PAUSE);
    }
  }

  private void deal(Path word) throws IOException {
    String name = Objects.requireNonNull(word.getFileName()).toString();
    try {
      byte[] content = read(word);
      if (!isFiledNow(word, name, content)) {
        Word said = WordReader.read(content);
        List<Path> attached = documents.find(said.attached());
        if (order.isTurn(word, said.reference())) {
          if (mustWait(word, attached)) {
            order.hold(word, said.reference(), Duration.ZERO);
          } else {
            say(word, name, content, said, attached);
          }
        }
      }
    } catch (Unusable e) {
      filing.failed(word, e.reason());
      counts.add(Counts.Of.NOT_SENT, 1);
      log.warn("{}: {} cannot be sent; the reason is beside it in {}", unit, name, layout.failed());
    }
  }

  private static byte[] read(Path word) throws IOException, Unusable {
    if (Files.size(word) > LARGEST_WORD) {
      throw new Unusable("Die Datei ist grösser als 1 MB.");
    }
    if (!Files.isReadable(word)) {
      throw new Unusable("Die Datei lässt sich nicht lesen. Prüfen Sie die Rechte.");
    }
    return Files.readAllBytes(word);
  }

  /** It was sent before a crash, and only has to be filed away. */
  private boolean isFiledNow(Path word, String name, byte[] content) throws IOException, Unusable {
    Optional<List<String>> attached = sent.unfiled(name, Hash.of(content));
    if (attached.isPresent()) {
      file(word, name, content, documents.find(attached.get()));
    }
    return attached.isPresent();
  }

  /** Documents may come shortly after the file that names them. */
  private boolean mustWait(Path word, List<Path> attached) throws IOException {
    boolean isFresh =
        Files.getLastModifiedTime(word).toInstant().isAfter(clock.instant().minus(PATIENCE));
    return documents.areGrowing(attached)
        || (isFresh && !attached.stream().allMatch(Files::exists));
  }

  private void say(Path word, String name, byte[] content, Word said, List<Path> attached)
      throws IOException, Unusable {
    List<byte[]> contents = documents.read(attached);
    try {
      replies.say(key(name, content, contents), said, Documents.documents(attached, contents));
    } catch (PortalUnavailable e) {
      order.hold(word, said.reference(), PAUSE);
      trouble.because(
          "%s: the portal cannot be reached; what is in %s stays and is tried again"
              .formatted(unit, layout.outgoing()));
      return;
    }
    trouble.none();
    sent.sent(name, Hash.of(content), said.attached());
    file(word, name, content, attached);
    counts.add(Counts.Of.SENT, 1);
    log.info("{}: {} was sent for {}", unit, name, said.reference());
  }

  /** The same file with the same content is the same word, and heard once. */
  private static String key(String name, byte[] content, List<byte[]> contents) {
    List<byte[]> all = new ArrayList<>(List.of((name + "\0").getBytes(UTF_8), content));
    all.addAll(contents);
    return Hash.of(all.toArray(byte[][]::new));
  }

  private void file(Path word, String name, byte[] content, List<Path> attached)
      throws IOException {
    filing.done(word, attached);
    sent.filed(name, Hash.of(content));
  }
}
