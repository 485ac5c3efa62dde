package ch.meinkonto.connector.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.handover.Hash;
import ch.meinkonto.connector.handover.NotAcceptedYet;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.handover.Word;
import ch.meinkonto.connector.handover.WordReader;
import ch.meinkonto.unit.PortalUnavailable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what the unit's system dropped, once, and files it away with the reason if it cannot. */
public final class Outbox {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final Comparator<Store.Entry> OLDEST_FIRST =
      Comparator.comparing(Store.Entry::modified).thenComparing(Store.Entry::name);
  private static final int WORDS_A_ROUND = 50;
  private static final int LARGEST_WORD = 1024 * 1024;
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String unit;
  private final Store store;
  private final SentWords sent;
  private final Filing filing;
  private final Settled settled;
  private final Documents documents;
  private final Replies replies;
  private final Counts counts;
  private final Clock clock;
  private final String outgoing;
  private final Trouble looking;
  private final Trouble trouble;
  private final Order order;
  private Instant notBefore = Instant.MIN;
  private boolean closed;

  public Outbox(Desk desk, SentWords sent, Replies replies, Counts counts) {
    this.unit = desk.unit();
    this.store = desk.store();
    this.sent = sent;
    this.filing = new Filing(store);
    this.settled = new Settled(desk.clock(), desk.settle());
    this.documents = new Documents(store, settled);
    this.replies = replies;
    this.counts = counts;
    this.clock = desk.clock();
    this.outgoing = store + "/" + Names.OUTGOING;
    this.order = new Order(store, clock);
    this.looking = new Trouble(log, unit + ": " + outgoing + " can be read again");
    this.trouble = new Trouble(log, unit + ": answers reach the portal again");
  }

  /** What keeps answers from being sent. */
  public Optional<String> trouble() {
    return looking.current().or(trouble::current);
  }

  /** Waits for what is being sent; nothing is sent any more. */
  public synchronized void close() {
    closed = true;
  }

  /** The words that nobody writes on any more, the oldest first. */
  public synchronized List<String> waiting() {
    if (closed || clock.instant().isBefore(notBefore)) {
      return List.of();
    }
    try {
      List<Store.Entry> words = new ArrayList<>();
      settled.round();
      for (Store.Entry entry : store.list(Names.OUTGOING)) {
        if (settled.isSettled(Names.OUTGOING + "/" + entry.name(), entry) && isWord(entry)) {
          words.add(entry);
        }
      }
      looking.none();
      return words.stream()
          .sorted(OLDEST_FIRST)
          .limit(WORDS_A_ROUND)
          .map(Store.Entry::name)
          .toList();
    } catch (IOException e) {
      looking.because(
          "%s: %s cannot be read (%s); what is there stays and is tried again"
              .formatted(unit, outgoing, reason(e)));
      notBefore = clock.instant().plus(PAUSE);
      return List.of();
    }
  }

  private static boolean isWord(Store.Entry entry) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".json") && !name.startsWith(".") && entry.kind() == Store.Kind.FILE;
  }

  /** Deals with one file; what cannot be decided now stays and is looked at again. */
  public synchronized void send(String name) {
    if (closed || clock.instant().isBefore(notBefore)) {
      return;
    }
    try {
      deal(Names.OUTGOING + "/" + name, name);
    } catch (NoSuchFileException e) {
      log.info("{}: {} was taken back", unit, name);
    } catch (IOException e) {
      trouble.because(
          "%s: %s/%s cannot be read or moved (%s); it stays and is tried again"
              .formatted(unit, outgoing, name, reason(e)));
      notBefore = clock.instant().plus(PAUSE);
    }
  }

  private void deal(String word, String name) throws IOException {
    try {
      byte[] content = read(word);
      if (!isFiledNow(word, name, content)) {
        Word said = WordReader.read(content);
        List<String> attached = Documents.find(said.attached());
        if (order.isTurn(word, said.reference())) {
          if (mustWait(word, attached)) {
            order.hold(word, said.reference(), Duration.ZERO);
          } else {
            say(word, name, content, said, attached);
          }
        }
      }
    } catch (Unusable e) {
      filing.failed(word, Names.FAILED, e.reason());
      counts.add(Counts.Of.NOT_SENT, 1);
      log.warn(
          "{}: {} cannot be sent; the reason is beside it in {}/{}",
          unit,
          name,
          store,
          Names.FAILED);
    }
  }

  private byte[] read(String word) throws IOException, Unusable {
    try {
      byte[] content = store.read(word, LARGEST_WORD);
      if (content.length > LARGEST_WORD) {
        throw new Unusable("Die Datei ist grösser als 1 MB.");
      }
      return content;
    } catch (AccessDeniedException e) {
      throw new Unusable("Die Datei lässt sich nicht lesen. Prüfen Sie die Rechte.");
    }
  }

  /** It was sent before a crash, and only has to be filed away. */
  private boolean isFiledNow(String word, String name, byte[] content)
      throws IOException, Unusable {
    boolean wasSent = sent.isUnfiled(key(name, content, List.of()));
    if (wasSent) {
      file(word, name, content, Documents.find(WordReader.read(content).attached()));
      trouble.none();
    }
    return wasSent;
  }

  /** Documents may come shortly after the file that names them. */
  private boolean mustWait(String word, List<String> attached) throws IOException {
    return documents.areGrowing(attached) || (!documents.areThere(attached) && isFresh(word));
  }

  private boolean isFresh(String word) throws IOException {
    return store
        .find(word)
        .filter(entry -> settled.sameFor(word, entry).compareTo(PATIENCE) < 0)
        .isPresent();
  }

  private void say(String word, String name, byte[] content, Word said, List<String> attached)
      throws IOException, Unusable {
    List<byte[]> contents = documents.read(attached);
    try {
      replies.say(key(name, content, contents), said, Documents.documents(attached, contents));
    } catch (PortalUnavailable e) {
      order.hold(word, said.reference(), PAUSE);
      trouble.because(
          "%s: the portal cannot be reached; what is in %s stays and is tried again"
              .formatted(unit, outgoing));
      return;
    } catch (NotAcceptedYet e) {
      order.hold(word, said.reference(), PAUSE); // perhaps its acknowledgement is still to come
      return;
    }
    sent.sent(key(name, content, List.of()));
    file(word, name, content, attached);
    trouble.none();
    counts.add(Counts.Of.SENT, 1);
    log.info("{}: {} was sent for {}", unit, name, said.reference());
  }

  /** The same file with the same content is the same word, and heard once. */
  private static String key(String name, byte[] content, List<byte[]> contents) {
    List<byte[]> all = new ArrayList<>(List.of((name + "\0").getBytes(UTF_8), content));
    all.addAll(contents);
    return Hash.of(all.toArray(byte[][]::new));
  }

  private void file(String word, String name, byte[] content, List<String> attached)
      throws IOException {
    filing.done(word, attached);
    sent.filed(key(name, content, List.of()));
  }

  private static String reason(IOException failure) {
    return failure.getMessage() == null || failure instanceof java.nio.file.FileSystemException
        ? failure.getClass().getSimpleName()
        : failure.getMessage();
  }
}
