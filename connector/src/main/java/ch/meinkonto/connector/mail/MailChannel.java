package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.handover.Bundle;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.paper.Paper;
import ch.meinkonto.unit.ReceivedRequest;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;

/**
 * A unit's mailbox at work. The flows hand over to Jakarta Mail's own client: Spring Integration's
 * adapters mark a mail as seen before it is dealt with, and do not tell when a server has one.
 */
final class MailChannel implements Channel {

  private static final Duration SOON = Duration.ofDays(30);

  private final String unit;
  private final MailPlan plan;
  private final RequestMails requests;
  private final ReplyMails replies;
  private final Clock clock;

  private MailChannel(
      String unit, MailPlan plan, RequestMails requests, ReplyMails replies, Clock clock) {
    this.unit = unit;
    this.plan = plan;
    this.requests = requests;
    this.replies = replies;
    this.clock = clock;
  }

  static MailChannel open(MailPlan plan, Surroundings around, Disk disk) throws ChannelRefused {
    Path own = around.own().resolve("mail");
    try {
      disk.createFolder(own);
      return open(
          plan,
          around,
          Ledger.open(own.resolve("handed-over.jsonl"), disk),
          Heard.open(own.resolve("heard.jsonl"), disk));
    } catch (IOException e) {
      throw new ChannelRefused(
          "%s: the folder %s cannot be used (%s)"
              .formatted(around.unitId(), own, e.getClass().getSimpleName()),
          e);
    }
  }

  private static MailChannel open(MailPlan plan, Surroundings around, Ledger ledger, Heard heard) {
    String unit = around.unitId();
    Session session = plan.smtp().session(plan.from());
    Bundle bundle = new Bundle(new Paper(around.labels()), plan.mappings());
    Letters letters = new Letters(plan, session, bundle, around.clock());
    Postman postman = new Postman(plan.smtp(), session);
    RequestMails requests = new RequestMails(unit, plan, ledger, letters, postman, around.clock());
    ReplyMails replies =
        new ReplyMails(
            unit,
            plan,
            new Replies(around.unit().cases(), ledger),
            heard,
            new Notes(unit, letters, postman, requests::recipient, around.clock()),
            around.counts(),
            around.clock());
    return new MailChannel(unit, plan, requests, replies, around.clock());
  }

  @Override
  public IntegrationFlow inward() {
    return flow -> flow.handle(ReceivedRequest.class, (request, _) -> requests.take(request));
  }

  /** On a thread of its own: a server that hangs holds up no other unit. */
  @Override
  public Optional<IntegrationFlow> outward() {
    SimpleAsyncTaskExecutor thread = new SimpleAsyncTaskExecutor("replies-" + unit + "-");
    thread.setVirtualThreads(true);
    return Optional.of(
        IntegrationFlow.fromSupplier(
                () -> {
                  replies.look();
                  return null;
                },
                source -> source.poller(Pollers.fixedDelay(plan.poll()).taskExecutor(thread)))
            .nullChannel());
  }

  @Override
  public Optional<String> trouble() {
    return requests.trouble().current().or(replies::trouble).or(this::expiring);
  }

  private Optional<String> expiring() {
    Instant soon = clock.instant().plus(SOON);
    return Stream.of(
            Stream.of(plan.identity().certificate(), plan.unit().certificate()),
            plan.offices().values().stream().map(Recipient::certificate),
            plan.signers().stream())
        .flatMap(some -> some)
        .map(X509Certificate::getNotAfter)
        .min(Comparator.naturalOrder())
        .map(Date::toInstant)
        .filter(end -> end.isBefore(soon))
        .map(end -> "%s: a certificate expires on %s".formatted(unit, end));
  }

  /** What is under way ends by itself, and is noted. */
  @Override
  public void close() {
    requests.close();
    replies.close();
  }
}
