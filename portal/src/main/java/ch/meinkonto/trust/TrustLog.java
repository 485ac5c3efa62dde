package ch.meinkonto.trust;

import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.database.Write;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who received or did what about a person, when, and on which ground. Entries are written with what
 * they tell of, in the caller's transaction; they get their place in the log, and a signature over
 * it, seconds later (by the sequencer).
 */
@Service
public class TrustLog {

  /** So many entries are opened for one page at most, however rare what is looked for is. */
  private static final int WINDOW = 400;

  private final TrustEntries rows;
  private final TrustTombstones tombstones;
  private final EntryCipher cipher;
  private final Clock clock;

  TrustLog(TrustEntries rows, TrustTombstones tombstones, EntryCipher cipher, Clock clock) {
    this.rows = rows;
    this.tombstones = tombstones;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Writes an entry: one insert, at the end of the caller's transaction. */
  public void record(TrustEntry entry) {
    rows.insertBeforeCommit(writing(entry));
  }

  /** The insert that writes an entry, to be sent with what it tells of. */
  public Write writing(TrustEntry entry) {
    assert Topic.knows(entry.kind()) : entry.kind() + " stands in no Topic";
    var id = Ids.next();
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var commitment =
        Commitment.to(
            new Statement(
                    id,
                    entry.accountId(),
                    at,
                    entry.kind(),
                    entry.actor(),
                    entry.subject(),
                    entry.ground())
                .bytes());
    return rows.insertion(
        id,
        entry.accountId(),
        at,
        commitment.value(),
        cipher.seal(entry.accountId(), commitment.bytes(), context(id)));
  }

  /**
   * A person's entries, newest first.
   *
   * @param before from where on, as an earlier page said; null for the newest
   */
  public LogPage entries(UUID accountId, @Nullable UUID before, int size) {
    return entries(accountId, before, size, _ -> true);
  }

  LogPage entries(UUID accountId, @Nullable UUID before, int size, Predicate<LogEntry> wanted) {
    var found = new ArrayList<LogEntry>();
    var at = before;
    for (int seen = 0; seen < WINDOW; seen += size) {
      var stretch = rows.ofAccount(accountId, at, size + 1);
      for (var row : stretch.stream().limit(size).toList()) {
        at = row.id();
        var entry = open(row, accountId);
        if (wanted.test(entry)) {
          found.add(entry);
          if (found.size() == size) {
            return new LogPage(List.copyOf(found), rows.older(accountId, at) ? at : null);
          }
        }
      }
      if (stretch.size() <= size) {
        return new LogPage(List.copyOf(found), null);
      }
    }
    return new LogPage(List.copyOf(found), at);
  }

  /** All of a person's entries, oldest first, for the export of their data. */
  public List<LogEntry> all(UUID accountId) {
    return rows.all(accountId).stream().map(row -> open(row, accountId)).toList();
  }

  /**
   * Erases what the log says about a person. The commitments stay, so that the log as a whole can
   * still be verified; an entry without a person says how many were erased.
   */
  @Transactional
  public void forget(UUID accountId) {
    tombstones.put(accountId);
  }

  Optional<Proven> proven(UUID accountId, UUID entryId) {
    return rows.find(entryId)
        .filter(row -> accountId.equals(row.accountId()))
        .map(row -> new Proven(row, commitment(row, accountId)));
  }

  List<Proven> allProven(UUID accountId) {
    return rows.all(accountId).stream()
        .map(row -> new Proven(row, commitment(row, accountId)))
        .toList();
  }

  private LogEntry open(EntryRow row, UUID accountId) {
    var said = Statement.parse(commitment(row, accountId).statement());
    return new LogEntry(
        row.id(),
        said.at(),
        said.kind(),
        said.actor(),
        said.subject(),
        said.ground(),
        row.sequence());
  }

  private Commitment commitment(EntryRow row, UUID accountId) {
    var sealed = row.sealed();
    if (sealed == null) {
      throw new IllegalStateException("An entry with an account but without content: " + row.id());
    }
    return Commitment.parse(cipher.open(accountId, sealed, context(row.id())));
  }

  static String context(UUID id) {
    return "trust_entry/" + id;
  }

  /** An entry with what proves it. */
  record Proven(EntryRow row, Commitment commitment) {}
}
