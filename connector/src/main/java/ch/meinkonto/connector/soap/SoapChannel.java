package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.handover.Bundle;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.handover.Rounds;
import ch.meinkonto.connector.paper.Paper;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.integration.dsl.IntegrationFlow;

/** A unit's web service at work. */
final class SoapChannel implements Channel {

  private final Duration poll;
  private final Exchange exchange;
  private final Handover handover;
  private final SetAside aside;
  private final Collecting collecting;
  private final Rounds rounds = new Rounds();

  private SoapChannel(
      Duration poll, Exchange exchange, Handover handover, SetAside aside, Collecting collecting) {
    this.poll = poll;
    this.exchange = exchange;
    this.handover = handover;
    this.aside = aside;
    this.collecting = collecting;
  }

  /** Calls nobody yet. */
  static SoapChannel open(SoapPlan plan, Surroundings around, Disk disk) throws ChannelRefused {
    Path own = around.own().resolve("soap");
    Ledger ledger;
    try {
      disk.createFolder(own);
      ledger = Ledger.open(own.resolve("handed-over.jsonl"), disk);
    } catch (IOException e) {
      throw new ChannelRefused(
          "%s: %s cannot be used (%s)"
              .formatted(around.unitId(), own, e.getClass().getSimpleName()),
          e);
    }
    Exchange exchange = new Exchange(plan.service());
    Frame frame = new Frame(plan.service(), around.clock());
    SetAside aside = new SetAside(around.unitId());
    Bundle bundle = new Bundle(new Paper(around.labels()), plan.mappings());
    Handover handover =
        new Handover(
            around.unitId(), ledger, new Sending(new Consignments(bundle, frame), exchange, aside));
    Replies replies = new Replies(around.unit().cases(), ledger);
    return new SoapChannel(
        plan.poll(), exchange, handover, aside, new Collecting(around, exchange, frame, replies));
  }

  @Override
  public IntegrationFlow inward() {
    return flow -> flow.handle(ReceivedRequest.class, (request, _) -> handover.take(request));
  }

  @Override
  public Optional<IntegrationFlow> outward() {
    return Optional.of(rounds.every(poll, collecting::round));
  }

  @Override
  public Optional<String> trouble() {
    return handover.trouble().current().or(aside::trouble).or(collecting::trouble);
  }

  /** What is on its way breaks off, and comes again. */
  @Override
  public void close() {
    handover.close();
    collecting.close();
    exchange.close();
    rounds.close();
  }
}
