package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.Ids;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people are filling in: kept as ciphertext that only their browser’s key opens. */
@Component
class Drafts {

  static final Duration KEPT = Duration.ofDays(30);
  private static final Duration HALVES_KEPT = Duration.ofDays(1);
  private static final int TRIES = 5;

  private final JdbcClient jdbc;
  private final DraftUploads uploads;
  private final DraftContent contents;
  private final DraftEnds ends;
  private final ObjectProvider<SubmissionTarget> target;
  private final Clock clock;

  Drafts(
      JdbcClient jdbc,
      DraftUploads uploads,
      DraftContent contents,
      DraftEnds ends,
      ObjectProvider<SubmissionTarget> target,
      Clock clock) {
    this.jdbc = jdbc;
    this.uploads = uploads;
    this.contents = contents;
    this.ends = ends;
    this.target = target;
    this.clock = clock;
  }

  /** What there is under a draft’s address for who holds a key. */
  sealed interface Found {

    /** A draft to go on with. */
    record Open(Draft draft) implements Found {}

    /** It has been sent; {@code next} tells what happens with it. */
    record Sent(String next) implements Found {}

    /** It was kept long enough, or deleted. */
    record Erased() implements Found {}

    /** Without the right key there is nothing to see. */
    record Locked() implements Found {}
  }

  /**
   * As it lies there.
   *
   * @param waits whether it waits, as it is, to be paid for
   */
  private record Row(
      UUID id, String service, long version, byte[] content, boolean sent, boolean waits) {}

  /** Begins a draft. */
  Draft begin(ServiceId service, Map<String, Object> given) {
    return begin(Ids.next(), service, given);
  }

  /** Begins the draft of this id. */
  Draft begin(UUID id, ServiceId service, Map<String, Object> given) {
    var draft = new Draft(id, service, 1, DraftKey.fresh(), given, List.of());
    jdbc.sql(
            """
            INSERT INTO form_draft (id, service, version, content, sent, expires_at)
            VALUES (:id, :service, 1, :content, false, :expires)
            """)
        .param("id", draft.id())
        .param("service", service.value())
        .param("content", contents.seal(draft, 1))
        .param("expires", now().plus(KEPT))
        .update();
    return draft;
  }

  /** Opens a draft. */
  Found find(UUID id, Optional<DraftKey> key) {
    if (key.isEmpty()) {
      return new Found.Locked();
    }
    return current(id).map(row -> open(row, key.get())).orElseGet(Found.Erased::new);
  }

  private Optional<Row> current(UUID id) {
    return row(id).flatMap(row -> row.waits() && endPaid(id) ? row(id) : Optional.of(row));
  }

  private Optional<Row> row(UUID id) {
    return jdbc.sql(
            """
            SELECT id, service, version, content, sent, left_as IS NOT NULL AS waits
            FROM form_draft WHERE id = :id AND expires_at > :now
            """)
        .param("id", id)
        .param("now", now())
        .query(Row.class)
        .optional();
  }

  private Found open(Row row, DraftKey key) {
    if (row.sent()) {
      return contents
          .next(key, row.id(), row.version(), row.content())
          .<Found>map(Found.Sent::new)
          .orElseGet(Found.Locked::new);
    }
    return contents
        .open(key, row.id(), row.version(), row.content())
        .<Found>map(given ->
            new Found.Open(
                new Draft(
                    row.id(),
                    new ServiceId(row.service()),
                    row.version(),
                    key,
                    given,
                    uploads.of(row.id(), key))))
        .orElseGet(Found.Locked::new);
  }

  /** Whether a draft can still be gone on with. */
  boolean isOpen(UUID id) {
    return current(id).filter(row -> !row.sent()).isPresent();
  }

  /** Changes what was entered in a step: the draft has come that far. */
  Optional<Draft> change(Draft draft, Step step, UnaryOperator<Map<String, Object>> change) {
    return change(draft, Optional.of(step.id()), change);
  }

  /**
   * Changes what was entered. When another tab was faster, the change is made to what that tab
   * left; empty when the draft was sent or erased meanwhile.
   */
  Optional<Draft> change(Draft draft, UnaryOperator<Map<String, Object>> change) {
    return change(draft, Optional.empty(), change);
  }

  private Optional<Draft> change(
      Draft draft, Optional<String> step, UnaryOperator<Map<String, Object>> change) {
    var latest = draft;
    for (var turn = 0; turn < TRIES; turn++) {
      var changed = latest.with(change.apply(Entries.copy(latest.given())));
      if (store(changed, step)) {
        return Optional.of(
            new Draft(
                changed.id(),
                changed.service(),
                changed.version() + 1,
                changed.key(),
                changed.given(),
                changed.uploads()));
      }
      if (!(find(draft.id(), Optional.of(draft.key())) instanceof Found.Open(var other))) {
        return Optional.empty();
      }
      latest = other;
    }
    throw new IllegalStateException("A draft changed " + TRIES + " times while it was changed");
  }

  private boolean store(Draft draft, Optional<String> step) {
    return jdbc.sql(
                """
                UPDATE form_draft SET version = version + 1, content = :content,
                  last_step = coalesce(:step, last_step), left_as = NULL
                WHERE id = :id AND version = :version AND NOT sent
                """)
            .param("content", contents.seal(draft, draft.version() + 1))
            .param("step", step.orElse(null), Types.VARCHAR)
            .param("id", draft.id())
            .param("version", draft.version())
            .update()
        == 1;
  }

  /** Keeps everybody else from sending this draft until the transaction ends. */
  void lock(UUID id) {
    jdbc.sql("SELECT id FROM form_draft WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  /** Erases what was entered; of the draft only stays where its sender goes on. */
  void erase(Draft draft, String next) {
    uploads.erase(draft.id());
    jdbc.sql(
            """
            UPDATE form_draft
            SET version = version + 1, sent = true, content = :content, last_step = NULL
            WHERE id = :id
            """)
        .param("content", contents.sealNext(draft, draft.version() + 1, next))
        .param("id", draft.id())
        .update();
  }

  /**
   * Leaves a draft until somebody has paid for what it became. It can be changed still: then it is
   * sent again.
   */
  void leave(Draft draft, String next) {
    jdbc.sql("UPDATE form_draft SET left_as = :next WHERE id = :id")
        .param("next", contents.sealNext(draft, draft.version() + 1, next))
        .param("id", draft.id())
        .update();
  }

  /** Whether it was left as it is now. */
  boolean isLeft(Draft draft) {
    return jdbc.sql("SELECT left_as IS NOT NULL FROM form_draft WHERE id = :id")
        .param("id", draft.id())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Erases what was entered in drafts that were left, and are paid for now. */
  void endPaid() {
    jdbc.sql("SELECT id FROM form_draft WHERE left_as IS NOT NULL")
        .query(UUID.class)
        .list()
        .forEach(this::endPaid);
  }

  /**
   * Paid meanwhile? Then only stays where its sender goes on, unless it was changed. Somebody else
   * may end it in the same moment.
   */
  private boolean endPaid(UUID id) {
    var paid = target.getObject().sent(id).isPresent();
    if (paid) {
      jdbc.sql(
              """
              WITH ended AS (
                UPDATE form_draft SET version = version + 1, sent = true,
                  content = left_as, left_as = NULL, last_step = NULL
                WHERE id = :id AND left_as IS NOT NULL RETURNING id)
              DELETE FROM form_upload USING ended WHERE draft_id = ended.id
              """)
          .param("id", id)
          .update();
    }
    return paid;
  }

  /** Erases a draft that is not wanted any more. */
  void delete(UUID id) {
    ends.erase("id = :which", id);
  }

  /** Erases what was kept long enough. */
  long deleteExpired() {
    return ends.erase("expires_at <= :which", now());
  }

  /** Erases files that never arrived whole. */
  void deleteHalves() {
    uploads.eraseHalves(HALVES_KEPT);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
