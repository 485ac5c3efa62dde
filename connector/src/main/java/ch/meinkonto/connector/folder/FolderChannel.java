package ch.meinkonto.connector.folder;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.handover.Bundle;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.paper.Paper;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;
import org.springframework.integration.file.dsl.Files;

/** A unit's folder at work. */
final class FolderChannel implements Channel {

  private static final Comparator<File> OLDEST_FIRST =
      Comparator.comparingLong(File::lastModified).thenComparing(File::getName);
  private static final int FILES_A_POLL = 50;

  private final Layout layout;
  private final FolderPlan plan;
  private final FolderLock lock;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Settled settled;

  private FolderChannel(
      FolderPlan plan, FolderLock lock, Inbox inbox, Outbox outbox, Settled settled) {
    this.plan = plan;
    this.layout = new Layout(plan.folder());
    this.lock = lock;
    this.inbox = inbox;
    this.outbox = outbox;
    this.settled = settled;
  }

  static FolderChannel open(FolderPlan plan, Surroundings around, Disk disk) throws ChannelRefused {
    Layout layout = new Layout(plan.folder());
    try {
      disk.createFolder(layout.own());
      FolderLock lock = FolderLock.take(around.unitId(), layout);
      try {
        return open(plan, around, disk, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ChannelRefused(
          "%s: the folder %s cannot be used (%s): %s"
              .formatted(
                  around.unitId(), layout.root(), e.getClass().getSimpleName(), e.getMessage()),
          e);
    }
  }

  private static FolderChannel open(
      FolderPlan plan, Surroundings around, Disk disk, FolderLock lock) throws IOException {
    Layout layout = new Layout(plan.folder());
    disk.createFolder(layout.incoming());
    disk.createFolder(layout.done());
    disk.createFolder(layout.failed());
    disk.force(layout.root());
    Ledger ledger = Ledger.open(layout.own().resolve("handed-over.jsonl"), disk);
    Inbox inbox =
        new Inbox(
            around.unitId(),
            layout,
            ledger,
            disk,
            new Bundle(new Paper(around.labels()), plan.mappings()));
    inbox.recover();
    Duration settle = plan.settle();
    Outbox outbox =
        new Outbox(
            new FolderDesk(around.unitId(), layout, disk, around.clock(), settle),
            SentWords.open(layout.own().resolve("sent.jsonl"), disk),
            new Replies(around.unit().cases(), ledger),
            around.counts());
    return new FolderChannel(plan, lock, inbox, outbox, new Settled(around.clock(), settle));
  }

  @Override
  public IntegrationFlow inward() {
    return flow -> flow.handle(ReceivedRequest.class, (request, _) -> inbox.take(request));
  }

  @Override
  public Optional<IntegrationFlow> outward() {
    return Optional.of(
        IntegrationFlow.from(
                Files.inboundAdapter(layout.outgoing().toFile(), OLDEST_FIRST).filter(settled),
                source ->
                    source.poller(Pollers.fixedDelay(plan.poll()).maxMessagesPerPoll(FILES_A_POLL)))
            .handle(
                File.class,
                (file, _) -> {
                  outbox.send(file.toPath());
                  return null;
                })
            .get());
  }

  @Override
  public Optional<String> trouble() {
    return inbox.trouble().current().or(outbox.trouble()::current);
  }

  @Override
  public void close() {
    inbox.close();
    outbox.close();
    lock.close();
  }
}
