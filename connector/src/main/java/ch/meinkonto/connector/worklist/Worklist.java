package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.handover.MediaTypes;
import ch.meinkonto.connector.handover.SafeName;
import ch.meinkonto.connector.paper.Line;
import ch.meinkonto.connector.paper.Paper;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.SubmissionId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One unit's cases, as its clerks work on them. Who does something is a clerk's login name. */
public final class Worklist {

  /** As long as a text may be. */
  public static final int LONGEST_TEXT = 20_000;

  /** As large as a message's documents may be together. */
  public static final long LARGEST_TOGETHER = 10L * 1024 * 1024;

  private final String unit;
  private final WorklistPlan plan;
  private final CaseStore store;
  private final Paper paper;
  private final Outbox outbox;
  private final Clock clock;

  Worklist(
      String unit, WorklistPlan plan, CaseStore store, Paper paper, Outbox outbox, Clock clock) {
    this.unit = unit;
    this.plan = plan;
    this.store = store;
    this.paper = paper;
    this.outbox = outbox;
    this.clock = clock;
  }

  public String unit() {
    return unit;
  }

  /** The unit's name among people. */
  public String name() {
    return plan.name();
  }

  /** After so long a case is overdue. */
  public Duration due() {
    return plan.due();
  }

  /** So long a closed case is kept. */
  public Duration keep() {
    return plan.keep();
  }

  public List<Row> rows() {
    return store.rows();
  }

  public Optional<Case> find(RequestId id) throws IOException {
    return store.find(id);
  }

  /** Notes that somebody saw something, before they see it. */
  public Case looked(RequestId id, String by, Entry.Sight sight, @Nullable String file)
      throws IOException {
    return store.change(id, one -> one.with(new Entry.Looked(clock.instant(), by, sight, file)));
  }

  /** Somebody takes a case that is nobody's. */
  public void take(RequestId id, String by) throws IOException {
    store.change(
        id,
        one -> {
          Optional<String> of = one.assignee();
          if (of.filter(by::equals).isPresent()) {
            return one;
          }
          if (of.isPresent()) {
            throw new NotPossible("Jemand anderes hat diesen Fall schon übernommen.");
          }
          return one.with(new Entry.Assigned(clock.instant(), by, by));
        });
  }

  /** Somebody gives their case to another, or to nobody. */
  public void assign(RequestId id, String by, @Nullable String to) throws IOException {
    store.change(id, one -> one.with(new Entry.Assigned(clock.instant(), by, to)));
  }

  /** Keeps what somebody has begun to write. */
  public void draft(RequestId id, String by, Entry.Kind kind, String text) throws IOException {
    store.change(
        id,
        one -> {
          checkMine(one, by);
          return one.with(new Entry.Drafted(clock.instant(), by, kind, text));
        });
  }

  /** Says something to the resident; from here on it is never lost. */
  public void say(RequestId id, String by, Utterance utterance) throws IOException {
    Case now = store.find(id).orElseThrow(() -> new NotPossible("Diesen Fall gibt es nicht mehr."));
    if (now.said(utterance.word()).isPresent()) {
      return; // the form was sent twice
    }
    check(now, by, utterance);
    List<Entry.Attached> documents = new ArrayList<>();
    for (Utterance.Document one : utterance.documents()) {
      UUID document = UUID.randomUUID();
      store.write(id, document, one.content());
      String name = SafeName.of(one.name());
      documents.add(new Entry.Attached(document, name, MediaTypes.of(name), one.content().length));
    }
    store.change(
        id,
        one -> {
          if (one.said(utterance.word()).isPresent()) {
            return one; // twice at the same moment
          }
          check(one, by, utterance);
          Case more =
              one.with(
                  new Entry.Said(
                      clock.instant(),
                      by,
                      utterance.word(),
                      utterance.kind(),
                      utterance.text().isBlank() ? null : utterance.text(),
                      utterance.state(),
                      utterance.uploads(),
                      documents,
                      utterance.formal()));
          return one.copy() // nobody at the portal wants to know
              ? more.with(new Entry.Sent(clock.instant(), utterance.word()))
              : more;
        });
    outbox.ring();
  }

  private static void check(Case one, String by, Utterance utterance) {
    checkMine(one, by);
    if (one.copy() && utterance.state() != RequestState.CLOSED) {
      throw new NotPossible("Über diesen Antrag entscheidet ein anderes Amt.");
    }
    boolean words = utterance.kind() != Entry.Kind.STATE || !utterance.text().isBlank();
    if (words && !one.reachable()) {
      throw new NotPossible(
          "Diese Person hat kein Konto. Im Portal können Sie ihr nicht schreiben.");
    }
    Stage stage = one.stage();
    boolean possible =
        switch (utterance.kind()) {
          case MESSAGE -> stage != Stage.CLOSED;
          case QUESTION -> stage.open();
          case STATE ->
              switch (utterance.state()) {
                case IN_PROGRESS, DECIDED -> stage.open();
                case CLOSED -> stage != Stage.CLOSED;
                case null, default -> false;
              };
        };
    if (!possible) {
      throw new NotPossible("Der Fall ist %s. Das geht nicht mehr.".formatted(stage.label()));
    }
  }

  private static void checkMine(Case one, String by) {
    if (one.assignee().filter(by::equals).isEmpty()) {
      throw new NotPossible("Übernehmen Sie den Fall zuerst.");
    }
  }

  /** Says once more what the portal refused. */
  public void again(RequestId id, String by, UUID word) throws IOException {
    store.change(
        id,
        one -> {
          checkMine(one, by);
          Entry.Said said = one.said(word).orElseThrow(() -> new NotPossible("Das gibt es nicht."));
          return one.fates().get(word) == Case.Fate.NOT_SENT
              ? one.with(said.again(clock.instant(), by))
              : one;
        });
    outbox.ring();
  }

  /** What came under an id, in the form's words: sender, answers. */
  public List<Line> lines(RequestId id, SubmissionId submission) throws IOException {
    Submission kept = store.submission(id, submission);
    return paper.read(kept.request(), labels(kept), List.of());
  }

  /** The same as a PDF. */
  public byte[] paper(RequestId id, SubmissionId submission) throws IOException {
    Submission kept = store.submission(id, submission);
    List<String> files =
        kept.metadata().attachments().stream().map(file -> SafeName.of(file.fileName())).toList();
    return paper.print(kept.request(), labels(kept), files);
  }

  /** A schema that could not be had when the request came may be had now. */
  private JsonNode labels(Submission kept) {
    return kept.schema() == null && kept.metadata().envelope().kind().begins()
        ? paper.schema(kept.request())
        : kept.labels();
  }

  /** What came under an id, as it came. */
  public Submission submission(RequestId id, SubmissionId submission) throws IOException {
    return store.submission(id, submission);
  }

  public InputStream attachment(RequestId id, SubmissionId submission, int number)
      throws IOException {
    return store.attachment(id, submission, number);
  }

  public InputStream document(RequestId id, UUID document) throws IOException {
    return store.document(id, document);
  }

  /** Erases a closed case for good. */
  public void erase(RequestId id) throws IOException {
    Instant now = clock.instant();
    if (!store.erase(id, row -> row.overSince(now), now)) {
      throw new NotPossible(
          "Löschen lässt sich ein Fall, wenn er abgeschlossen ist und alles gesendet wurde.");
    }
  }

  /** Erases what has been closed for long enough. */
  void eraseOld(Consumer<RequestId> told) throws IOException {
    Instant now = clock.instant();
    for (Row row : store.rows()) {
      if (store.erase(row.id(), one -> one.overSince(now.minus(plan.keep())), now)) {
        told.accept(row.id());
      }
    }
  }

  /** Clerks whose page is still open do nothing more here. */
  void close() {
    store.close();
  }
}
