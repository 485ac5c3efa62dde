package ch.meinkonto.connector.folder;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.files.Acknowledgements;
import ch.meinkonto.connector.files.Desk;
import ch.meinkonto.connector.files.Inbox;
import ch.meinkonto.connector.files.Outbox;
import ch.meinkonto.connector.files.OutboxFlow;
import ch.meinkonto.connector.files.SentWords;
import ch.meinkonto.connector.handover.Bundle;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.FolderLock;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.paper.Paper;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;

/** A unit's folder at work. */
final class FolderChannel implements Channel {

  private final FolderPlan plan;
  private final FolderLock lock;
  private final Inbox inbox;
  private final Outbox outbox;

  private FolderChannel(FolderPlan plan, FolderLock lock, Inbox inbox, Outbox outbox) {
    this.plan = plan;
    this.lock = lock;
    this.inbox = inbox;
    this.outbox = outbox;
  }

  static FolderChannel open(FolderPlan plan, Surroundings around, Disk disk) throws ChannelRefused {
    Layout layout = new Layout(plan.folder());
    try {
      disk.createFolder(layout.own());
      FolderLock lock = FolderLock.take(around.unitId(), layout.root(), layout.own());
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
    LocalFolder folder = new LocalFolder(layout.root(), disk);
    Ledger ledger = Ledger.open(layout.own().resolve("handed-over.jsonl"), disk);
    Inbox inbox =
        new Inbox(
            around.unitId(),
            folder,
            ledger,
            new Bundle(new Paper(around.labels()), plan.mappings()),
            Acknowledgements.NONE_NEEDED);
    inbox.recover();
    Outbox outbox =
        new Outbox(
            new Desk(around.unitId(), folder, around.clock(), plan.settle()),
            SentWords.open(layout.own().resolve("sent.jsonl"), disk),
            new Replies(around.unit().cases(), ledger),
            around.counts());
    return new FolderChannel(plan, lock, inbox, outbox);
  }

  @Override
  public IntegrationFlow inward() {
    return flow -> flow.handle(ReceivedRequest.class, (request, _) -> inbox.take(request));
  }

  @Override
  public Optional<IntegrationFlow> outward() {
    return Optional.of(
        OutboxFlow.of(outbox::waiting, outbox::send, Pollers.fixedDelay(plan.poll())));
  }

  @Override
  public Optional<String> trouble() {
    return inbox.trouble().current().or(outbox::trouble);
  }

  @Override
  public void close() {
    inbox.close();
    outbox.close();
    lock.close();
  }
}
