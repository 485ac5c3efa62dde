package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.unit.PortalUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what clerks have said, in the order of each case, and notes how each word fares. A word has
 * an id of its own: said again after a crash, the portal hears it once.
 */
final class Outbox implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final String unit;
  private final CaseStore store;
  private final Replies replies;
  private final Counts counts;
  private final Clock clock;
  private final Trouble trouble;
  private final Semaphore bell = new Semaphore(1);
  private final Thread thread;
  private volatile boolean closed;

  Outbox(String unit, CaseStore store, Replies replies, Counts counts, Clock clock) {
    this.unit = unit;
    this.store = store;
    this.replies = replies;
    this.counts = counts;
    this.clock = clock;
    this.trouble = new Trouble(log, unit + ": what clerks say reaches the portal again");
    this.thread = Thread.ofVirtual().name("outbox-" + unit).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Something has been said. */
  void ring() {
    bell.release();
  }

  /** What keeps words from being sent. */
  Trouble trouble() {
    return trouble;
  }

  private void run() {
    try {
      while (!closed) {
        if (trouble.current().isPresent()) {
          var _ = bell.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } else {
          bell.acquire();
        }
        bell.drainPermits();
        sendAll();
      }
    } catch (InterruptedException e) {
      log.debug("{}: closed", unit, e);
    }
  }

  /** One case that waits holds up no other, but while the portal is away nothing can be sent. */
  private void sendAll() {
    boolean well = true;
    for (Row row : store.rows()) {
      if (!row.sending() || closed) {
        continue;
      }
      try {
        send(row.id());
      } catch (PortalUnavailable e) {
        trouble.because(
            unit + ": the portal cannot be reached; what clerks say waits and is tried again");
        return;
      } catch (IOException | RuntimeException e) {
        well = false;
        trouble.because(
            "%s: %s: what was said cannot be sent now (%s); it stays and is tried again"
                .formatted(unit, row.reference(), e.getClass().getSimpleName()));
      }
    }
    if (well) {
      trouble.none();
    }
  }

  private void send(RequestId id) throws IOException {
    Optional<Case> one = store.find(id);
    List<Entry.Said> waiting = one.map(Case::waiting).orElse(List.of());
    for (Entry.Said said : waiting) {
      Entry end = say(one.orElseThrow(), said);
      store.change(id, before -> before.with(end));
    }
  }

  private Entry say(Case about, Entry.Said said) throws IOException {
    try {
      replies.say(
          about.id() + ":" + said.word(), said.to(about.reference()), documents(about, said));
      counts.add(Counts.Of.SENT, 1);
      log.info("{}: {} was sent for {}", unit, said.word(), about.reference());
      return new Entry.Sent(clock.instant(), said.word());
    } catch (Unusable e) {
      counts.add(Counts.Of.NOT_SENT, 1);
      log.warn("{}: {} cannot be sent for {}", unit, said.word(), about.reference());
      return new Entry.NotSent(clock.instant(), said.word(), e.reason());
    }
  }

  private List<Document> documents(Case about, Entry.Said said) throws IOException {
    List<Document> documents = new ArrayList<>();
    for (Entry.Attached one : said.documents()) {
      try (InputStream content = store.document(about.id(), one.id())) {
        documents.add(Document.of(one.name(), one.mediaType(), content.readAllBytes()));
      }
    }
    return documents;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
