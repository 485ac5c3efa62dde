package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.ChannelKind.Plan;
import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.SmallPortal;
import ch.meinkonto.connector.TickingClock;
import ch.meinkonto.connector.handover.Bundle;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.handover.Ledger;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.paper.Labels;
import ch.meinkonto.connector.paper.Paper;
import ch.meinkonto.connector.yaml.Findings;
import ch.meinkonto.connector.yaml.Placeholders;
import ch.meinkonto.connector.yaml.YamlFile;
import ch.meinkonto.unit.Retry;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A channel in its parts, between a small portal and an office that reads mail. */
final class MailRig implements AutoCloseable {

  private static final UnitKeys KEYS = UnitKeys.generate(Samples.UNIT);
  private static final Retry QUICK = new Retry(2, Duration.ofMillis(1), Duration.ofMillis(2));

  final TickingClock clock = new TickingClock();
  final Counts counts = new Counts();
  final MailOffice office;
  final SmallPortal portal;
  final Unit unit;
  private final Path root;
  private MailPlan plan;

  MailRig(Path root, Function<MailOffice, String> more) throws Exception {
    this.root = root;
    office = MailOffice.open(root);
    portal = new SmallPortal(KEYS::publicJwks);
    unit = Unit.connect(UnitSettings.of(portal.address(), KEYS).withRetry(QUICK));
    plan = plan(root, office.configuration() + more.apply(office));
  }

  /** The operator has changed the options, or files that they name. */
  void reread(Function<MailOffice, String> more) throws IOException {
    plan = plan(root, office.configuration() + more.apply(office));
  }

  /** The plan that these options give. */
  static MailPlan plan(Path root, String options) throws IOException {
    Findings findings = new Findings(root);
    Optional<Plan> plan = read(root, options, findings);
    if (!findings.isEmpty()) {
      throw new AssertionError(findings.all());
    }
    return (MailPlan) plan.orElseThrow();
  }

  static Optional<Plan> read(Path root, String options, Findings findings) throws IOException {
    Path file = Files.writeString(root.resolve("options.yaml"), options);
    return YamlFile.read(file, new Placeholders(_ -> Optional.empty()), findings)
        .flatMap(map -> new MailKind().read("fundbuero", map));
  }

  Ledger ledger(Disk disk) throws IOException {
    return Ledger.open(root.resolve("handed-over.jsonl"), disk);
  }

  RequestMails requests(Disk disk) throws IOException {
    Session session = plan.smtp().session(plan.from());
    return new RequestMails(
        Samples.UNIT,
        plan,
        ledger(disk),
        letters(session),
        new Postman(plan.smtp(), session),
        clock);
  }

  RequestMails requests() throws IOException {
    return requests(new ForcedDisk());
  }

  private Letters letters(Session session) {
    return new Letters(
        plan, session, new Bundle(new Paper(new Labels("http://none")), plan.mappings()), clock);
  }

  ReplyMails replies() throws IOException {
    Session session = plan.smtp().session(plan.from());
    return new ReplyMails(
        Samples.UNIT,
        plan,
        new Replies(unit.cases(), ledger(new ForcedDisk())),
        Heard.open(root.resolve("heard.jsonl"), new ForcedDisk()),
        new Notes(
            Samples.UNIT,
            letters(session),
            new Postman(plan.smtp(), session),
            requests()::recipient,
            clock),
        counts,
        clock);
  }

  @Override
  public void close() throws IOException {
    unit.close();
    portal.close();
    office.close();
  }
}
