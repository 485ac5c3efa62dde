package ch.meinkonto.connector.worklist;

import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case: all that has happened to it, oldest first. The first thing is that it came. */
public record Case(RequestId id, List<Entry> entries) {

  public Case {
    entries = List.copyOf(entries);
  }

  /** How a word fares. */
  public enum Fate {
    WAITING,
    SENT,
    NOT_SENT,
    /** The portal refused it, and it was said once more. */
    SAID_AGAIN
  }

  private Entry.Received first() {
    return received().findFirst().orElseThrow();
  }

  Stream<Entry.Received> received() {
    return only(Entry.Received.class);
  }

  private <E extends Entry> Stream<E> only(Class<E> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** What came under this id. */
  public Optional<Entry.Received> received(SubmissionId submission) {
    return received().filter(one -> one.submission().equals(submission)).findFirst();
  }

  public Reference reference() {
    return first().reference();
  }

  /** What it is about: the service's id and its title. */
  public String service() {
    return first().service();
  }

  public String title() {
    return first().title();
  }

  /** When the resident sent it. */
  public Instant receivedAt() {
    return first().receivedAt();
  }

  /** Whether another unit decides it, so that there is nothing to say about it. */
  public boolean copy() {
    return first().kind() == SubmissionKind.COPY;
  }

  /** Whether the resident can be written to: who sent it without an account cannot. */
  public boolean reachable() {
    return first().account();
  }

  /** Whose it is. */
  public Optional<String> assignee() {
    return only(Entry.Assigned.class)
        .reduce((earlier, later) -> later)
        .flatMap(one -> Optional.ofNullable(one.to()));
  }

  /** What somebody has begun to write and not sent. */
  public Optional<Entry.Drafted> draft(String by, Entry.Kind kind) {
    Entry.@Nullable Drafted draft = null;
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Drafted one when one.by().equals(by) && one.kind() == kind ->
            draft = one.text().isEmpty() ? null : one;
        case Entry.Said one when one.by().equals(by) && one.kind() == kind -> draft = null;
        default -> {}
      }
    }
    return Optional.ofNullable(draft);
  }

  /** What was said under this id. */
  public Optional<Entry.Said> said(UUID word) {
    return only(Entry.Said.class).filter(one -> one.word().equals(word)).findFirst();
  }

  /** What still has to be sent, in its order. */
  List<Entry.Said> waiting() {
    Map<UUID, Fate> fates = fates();
    return only(Entry.Said.class).filter(one -> fates.get(one.word()) == Fate.WAITING).toList();
  }

  /** How each word fares. */
  public Map<UUID, Fate> fates() {
    Map<UUID, Fate> fates = new HashMap<>();
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Said one -> {
          fates.replaceAll((word, fate) -> one.repeats(word) ? Fate.SAID_AGAIN : fate);
          fates.put(one.word(), Fate.WAITING);
        }
        case Entry.Sent one -> fates.put(one.word(), Fate.SENT);
        case Entry.NotSent one -> fates.put(one.word(), Fate.NOT_SENT);
        default -> {}
      }
    }
    return fates;
  }

  /** Where it stands; what the portal refused does not count. */
  public Stage stage() {
    Set<UUID> refused = new HashSet<>();
    only(Entry.NotSent.class).forEach(one -> refused.add(one.word()));
    Stage stage = Stage.NEW;
    for (Entry entry : entries) {
      Stage before = stage;
      stage =
          switch (entry) {
            case Entry.Received one
                when one.kind() == SubmissionKind.WITHDRAWAL && before != Stage.CLOSED ->
                Stage.WITHDRAWN;
            case Entry.Received one when one.kind() == SubmissionKind.ANSWER && before.open() ->
                Stage.ANSWERED;
            case Entry.Said one when !refused.contains(one.word()) -> after(before, one);
            default -> before;
          };
    }
    return stage;
  }

  private static Stage after(Stage before, Entry.Said said) {
    return switch (said.kind()) {
      case MESSAGE -> before == Stage.NEW || before == Stage.ANSWERED ? Stage.IN_PROGRESS : before;
      case QUESTION -> Stage.WAITING;
      case STATE ->
          switch (said.state()) {
            case DECIDED -> Stage.DECIDED;
            case CLOSED -> Stage.CLOSED;
            case null, default -> Stage.IN_PROGRESS;
          };
    };
  }

  /** When it was closed or taken back; empty while it is not. */
  public Optional<Instant> closedAt() {
    return switch (stage()) {
      case CLOSED ->
          only(Entry.Said.class)
              .filter(one -> one.kind() == Entry.Kind.STATE)
              .reduce((earlier, later) -> later)
              .map(Entry::at);
      case WITHDRAWN ->
          received()
              .filter(one -> one.kind() == SubmissionKind.WITHDRAWAL)
              .findFirst()
              .map(Entry::at);
      case NEW, IN_PROGRESS, WAITING, ANSWERED, DECIDED -> Optional.empty();
    };
  }

  /** The same, and what happened just now. */
  Case with(Entry more) {
    return new Case(id, Stream.concat(entries.stream(), Stream.of(more)).toList());
  }

  /** What the list shows of it. */
  public Row row() {
    Map<UUID, Fate> fates = fates();
    return new Row(
        id,
        reference(),
        service(),
        title(),
        receivedAt(),
        stage(),
        assignee().orElse(null),
        closedAt().orElse(null),
        fates.containsValue(Fate.WAITING),
        fates.containsValue(Fate.NOT_SENT));
  }

  @Override
  public String toString() {
    return "Case[" + id + ", " + entries.size() + " entries]";
  }
}
