package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.handover.Rounds;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.integration.dsl.IntegrationFlow;

/** A unit's queues at work. */
final class AmqpChannel implements Channel {

  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

  private final Line there;
  private final Line back;
  private final Handover handover;
  private final Optional<Hearing> hearing;
  private final Rounds rounds = new Rounds();

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

  @Override
  public Optional<IntegrationFlow> outward() {
    return hearing.map(it -> rounds.every(BETWEEN_ROUNDS, it::round));
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
    rounds.close();
  }
}
