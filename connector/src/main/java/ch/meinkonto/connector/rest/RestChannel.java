package ch.meinkonto.connector.rest;

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
import java.util.Optional;
import org.springframework.integration.dsl.IntegrationFlow;

/** A unit's API at work. */
final class RestChannel implements Channel {

  private final RestPlan plan;
  private final Client client;
  private final Handover handover;
  private final Optional<Hearing> hearing;
  private final Rounds rounds = new Rounds();

  private RestChannel(RestPlan plan, Client client, Handover handover, Optional<Hearing> hearing) {
    this.plan = plan;
    this.client = client;
    this.handover = handover;
    this.hearing = hearing;
  }

  /** Calls nobody yet. */
  static RestChannel open(RestPlan plan, Surroundings around) throws ChannelRefused {
    Path own = around.own().resolve("rest");
    Disk disk = new ForcedDisk();
    Client client = new Client(plan.api(), around.clock());
    try {
      disk.createFolder(own);
      Ledger ledger = Ledger.open(own.resolve("handed-over.jsonl"), disk);
      Steps steps = Steps.open(own.resolve("steps.jsonl"), disk);
      Calls calls = new Calls(client, plan.api().refusals());
      Handover handover =
          new Handover(
              around.unitId(),
              ledger,
              new Sending(plan.operations(), plan.mappings(), calls, steps));
      Optional<Hearing> hearing = Optional.empty();
      if (plan.events().isPresent()) {
        Events events = plan.events().get();
        Saying saying =
            new Saying(
                around,
                new Attached(client, events),
                new Complaints(events.refuse(), calls, own.resolve("fehler"), disk),
                plan.mappings(),
                new Replies(around.unit().cases(), ledger));
        Heard heard = Heard.open(own.resolve("heard.jsonl"), disk, events.start());
        hearing = Optional.of(new Hearing(around.unitId(), events, client, calls, heard, saying));
      }
      return new RestChannel(plan, client, handover, hearing);
    } catch (IOException e) {
      client.close();
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
    return hearing.map(it -> rounds.every(plan.poll(), it::round));
  }

  @Override
  public Optional<String> trouble() {
    return handover.trouble().current().or(() -> hearing.flatMap(it -> it.trouble().current()));
  }

  /** What is on its way breaks off, and waits at the portal. */
  @Override
  public void close() {
    handover.close();
    hearing.ifPresent(Hearing::close);
    client.close();
    rounds.close();
  }
}
