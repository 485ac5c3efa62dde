package ch.meinkonto.connector.sftp;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.files.Acknowledgements;
import ch.meinkonto.connector.files.Desk;
import ch.meinkonto.connector.files.Inbox;
import ch.meinkonto.connector.files.Names;
import ch.meinkonto.connector.files.Outbox;
import ch.meinkonto.connector.files.OutboxFlow;
import ch.meinkonto.connector.files.SentWords;
import ch.meinkonto.connector.files.Store;
import ch.meinkonto.connector.handover.Bundle;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.FolderLock;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.paper.Paper;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;

/** A unit's server at work. The connector's notes stay here; the server has files only. */
final class SftpChannel implements Channel {

  private static final Logger log = LoggerFactory.getLogger(SftpChannel.class);

  private final SftpPlan plan;
  private final String unit;
  private final Store store;
  private final AutoCloseable lock;
  private final AcknowledgementFiles acknowledgements;
  private final Inbox inbox;
  private final Outbox outbox;
  private volatile boolean furnished;

  private SftpChannel(
      SftpPlan plan, Surroundings around, Store store, Disk disk, FolderLock lock, Path own)
      throws IOException {
    this.plan = plan;
    this.unit = around.unitId();
    this.store = store;
    this.lock = lock;
    Desk desk = new Desk(unit, store, around.clock(), plan.rhythm().settle());
    Ledger ledger = Ledger.open(own.resolve("handed-over.jsonl"), disk);
    this.acknowledgements = new AcknowledgementFiles(desk, ledger);
    this.inbox =
        new Inbox(
            unit,
            store,
            ledger,
            new Bundle(new Paper(around.labels()), plan.mappings()),
            plan.acknowledged() ? acknowledgements : Acknowledgements.NONE_NEEDED);
    this.outbox =
        new Outbox(
            desk,
            SentWords.open(own.resolve("sent.jsonl"), disk),
            new Replies(around.unit().cases(), ledger),
            around.counts());
  }

  /** The server need not be there yet. */
  static SftpChannel open(SftpPlan plan, Surroundings around, Store store, Disk disk)
      throws ChannelRefused {
    Path own = around.own().resolve("sftp");
    try {
      disk.createFolder(own);
      FolderLock lock = FolderLock.take(around.unitId(), own, own);
      try {
        return new SftpChannel(plan, around, store, disk, lock, own);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ChannelRefused(
          "%s: its notes in %s cannot be used (%s)"
              .formatted(around.unitId(), own, e.getClass().getSimpleName()),
          e);
    }
  }

  @Override
  public IntegrationFlow inward() {
    return flow -> flow.handle(ReceivedRequest.class, (request, _) -> take(request));
  }

  Outcome take(ReceivedRequest request) {
    return inbox.take(request);
  }

  @Override
  public Optional<IntegrationFlow> outward() {
    return Optional.of(
        OutboxFlow.of(
            this::look,
            this::send,
            Pollers.fixedDelay(plan.rhythm().poll()).taskExecutor(new OneAtATime("sftp-" + unit))));
  }

  void send(String word) {
    outbox.send(word);
  }

  /** The words that are ready to be sent. */
  List<String> look() {
    try {
      furnish();
      if (plan.acknowledged()) {
        acknowledgements.sweep();
      }
    } catch (IOException e) {
      log.debug("{}: the server is looked at again soon", unit);
    }
    return outbox.waiting();
  }

  /** The unit's system finds the folders into which it puts its files. */
  private void furnish() throws IOException {
    if (!furnished) {
      store.createFolder(Names.INCOMING);
      store.createFolder(Names.DONE);
      store.createFolder(Names.FAILED);
      if (plan.acknowledged()) {
        store.createFolder(AcknowledgementFiles.DONE);
        store.createFolder(AcknowledgementFiles.FAILED);
      }
      furnished = true;
    }
  }

  @Override
  public Optional<String> trouble() {
    return inbox.trouble().current().or(outbox::trouble).or(acknowledgements::trouble);
  }

  @Override
  public void close() {
    inbox.close();
    outbox.close();
    try (AutoCloseable notes = lock;
        AutoCloseable connection = store instanceof AutoCloseable server ? server : () -> {}) {
      log.debug("{}: closed {} and {}", unit, notes, connection);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
