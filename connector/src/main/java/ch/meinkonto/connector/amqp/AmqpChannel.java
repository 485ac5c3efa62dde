package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;

/** A unit's queues at work. */
final class AmqpChannel implements Channel {

  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

  private final Line there;
  private final Line back;
  private final Handover handover;
  private final Optional<Hearing> hearing;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private AmqpChannel(Line there, Line back, Handover handover, Optional<Hearing> hearing) {
    this.there = there;
    this.back = back;
    this.handover = handover;
    this.hearing = hearing;
  }

  /** Connects to nothing yet. */
  static AmqpChannel open(AmqpPlan plan, Surroundings around) throws ChannelRefused {
    Path own = around.own().resolve("amqp");
    Disk disk = new ForcedDisk();
    try {
      disk.createFolder(own);
      Ledger ledger = Ledger.open(own.resolve("handed-over.jsonl"), disk);
      Line there = new Line(plan.broker());
      Line back = new Line(plan.broker());
      return new AmqpChannel(
          there,
          back,
          new Handover(
              around.unitId(), ledger, new Sending(plan.requests(), plan.mappings(), there)),
          plan.answers()
              .map(answers ->
                  new Hearing(
                      around.unitId(),
                      answers,
                      back,
                      plan.mappings(),
                      new Replies(around.unit().cases(), ledger),
                      around.counts())));
    } catch (IOException e) {
      throw new ChannelRefused(
          "%s: %s cannot be used (%s)"
              .formatted(around.unitId(), own, e.getClass().getSimpleName()),
          e);
    }
  }

  @Override
  public IntegrationFlow inward() {
    return flow -> flow.handle(ReceivedRequest.class, (request, _) -> handover.take(request));
  }

  /** Rounds wait for messages on a thread of their own. */
  @Override
  public Optional<IntegrationFlow> outward() {
    return hearing.map(rounds ->
        IntegrationFlow.fromSupplier(
                () -> rounds,
                source -> source.poller(Pollers.fixedDelay(BETWEEN_ROUNDS).taskExecutor(threads)))
            .handle(
                Hearing.class,
                (one, _) -> {
                  one.round();
                  return null;
                })
            .get());
  }

  @Override
  public Optional<String> trouble() {
    return handover.trouble().current().or(() -> hearing.flatMap(it -> it.trouble().current()));
  }

  /** What is on its way breaks off: requests wait at the portal, messages at the broker. */
  @Override
  public void close() {
    handover.close();
    hearing.ifPresent(Hearing::close);
    there.close();
    back.close();
    threads.shutdownNow();
  }
}
