package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.FolderLock;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.paper.Paper;
import ch.meinkonto.connector.worklist.vault.VaultKey;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.integration.core.GenericHandler;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;

/** A unit's worklist at work. */
final class WorklistChannel implements Channel {

  private static final Logger log = LoggerFactory.getLogger(WorklistChannel.class);
  private static final Duration SWEEP = Duration.ofHours(1);

  private final String unit;
  private final FolderLock lock;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Worklist worklist;
  private final Worklists worklists;

  private WorklistChannel(
      String unit,
      FolderLock lock,
      Inbox inbox,
      Outbox outbox,
      Worklist worklist,
      Worklists worklists) {
    this.unit = unit;
    this.lock = lock;
    this.inbox = inbox;
    this.outbox = outbox;
    this.worklist = worklist;
    this.worklists = worklists;
  }

  static WorklistChannel open(WorklistPlan plan, Surroundings around, Disk disk)
      throws ChannelRefused {
    try {
      disk.createFolder(plan.folder());
      Files.setPosixFilePermissions(plan.folder(), PosixFilePermissions.fromString("rwx------"));
      FolderLock lock = FolderLock.take(around.unitId(), plan.folder(), plan.folder());
      try {
        return open(plan, around, disk, lock);
      } catch (IOException | ChannelRefused | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ChannelRefused(
          "%s: the worklist's folder %s or key %s cannot be used (%s): %s"
              .formatted(
                  around.unitId(),
                  plan.folder(),
                  plan.key(),
                  e.getClass().getSimpleName(),
                  e.getMessage()),
          e);
    }
  }

  private static WorklistChannel open(
      WorklistPlan plan, Surroundings around, Disk disk, FolderLock lock)
      throws IOException, ChannelRefused {
    String unit = around.unitId();
    CaseStore store = CaseStore.open(plan.folder(), key(unit, plan), disk);
    Paper paper = new Paper(around.labels());
    Outbox outbox =
        new Outbox(
            unit,
            store,
            new Replies(around.unit().cases(), reference -> request(store, reference)),
            around.counts(),
            around.clock());
    Worklist worklist = new Worklist(unit, plan, store, paper, outbox, around.clock());
    plan.worklists().open(worklist);
    outbox.start();
    return new WorklistChannel(
        unit,
        lock,
        new Inbox(unit, store, paper, around.clock()),
        outbox,
        worklist,
        plan.worklists());
  }

  /** A key is made once only: with another one, what lies there could never be read again. */
  private static VaultKey key(String unit, WorklistPlan plan) throws IOException, ChannelRefused {
    Path file = plan.key();
    if (Files.exists(file)) {
      return VaultKey.read(file);
    }
    if (Files.exists(plan.folder().resolve("cases"))) {
      throw new ChannelRefused(
          "%s: there are cases in %s, but their key %s is missing; put it back"
              .formatted(unit, plan.folder(), file));
    }
    log.info("{}: new key for the worklist in {}; keep a copy of it in a safe place", unit, file);
    return VaultKey.make(file);
  }

  private static Optional<RequestId> request(CaseStore store, String reference) {
    return store.rows().stream()
        .filter(row -> row.reference().value().equals(reference))
        .map(Row::id)
        .findFirst();
  }

  @Override
  public IntegrationFlow inward() {
    return flow -> flow.handle(ReceivedRequest.class, (request, _) -> inbox.take(request));
  }

  /** Clerks' words go out by themselves; from time to time what is over is erased. */
  @Override
  public Optional<IntegrationFlow> outward() {
    GenericHandler<Worklist> sweep =
        (list, _) -> {
          sweep(list);
          return null;
        };
    return Optional.of(
        IntegrationFlow.fromSupplier(
                () -> worklist, source -> source.poller(Pollers.fixedDelay(SWEEP)))
            .handle(Worklist.class, sweep)
            .get());
  }

  private void sweep(Worklist list) {
    try {
      list.eraseOld(id -> log.info("{}: {} was closed long ago, and is erased now", unit, id));
    } catch (IOException e) {
      log.warn("{}: an old case could not be erased ({})", unit, e.getClass().getSimpleName());
    }
  }

  @Override
  public Optional<String> trouble() {
    return inbox.trouble().current().or(outbox.trouble()::current);
  }

  @Override
  public void close() {
    worklists.close(worklist);
    inbox.close();
    outbox.close();
    worklist.close();
    lock.close();
  }
}
