package ch.meinkonto.request;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.directory.UnitId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests that are sealed and wait until they are paid: nobody is told of them, and no unit can
 * fetch them, because there is no envelope yet.
 */
@Component
class HeldRequests {

  private final JdbcClient jdbc;
  private final Staging staging;

  HeldRequests(JdbcClient jdbc, Staging staging) {
    this.jdbc = jdbc;
    this.staging = staging;
  }

  /**
   * Keeps one, in the transaction that is under way; false, and nothing kept, when its draft or its
   * reference is taken.
   */
  boolean hold(
      UUID draftId,
      RequestEnvelope request,
      SealedSubmission sealed,
      List<SealedSubmission> copies) {
    var kept =
        jdbc.sql(
                """
                INSERT INTO request_held (id, draft_id, reference, service, schema_version, unit,
                  account_id, subject, assurance, language, received_at, receipt, actor_id, mandate_id)
                SELECT :id, :draft, :reference, :service, :schemaVersion, :unit,
                  :account, :subject, :assurance, :language, :receivedAt, :receipt,
                  :actor::uuid, :mandate::uuid
                WHERE NOT EXISTS (SELECT FROM request_envelope
                                  WHERE reference = :reference OR draft_id = :draft)
                ON CONFLICT DO NOTHING
                """)
            .params(Envelopes.columns(draftId, request))
            .param("receipt", sealed.receipt())
            .update();
    if (kept == 0) {
      return false;
    }
    stage(sealed);
    for (var copy : copies) {
      jdbc.sql("INSERT INTO request_held_copy VALUES (:id, :held, :unit, :receipt)")
          .param("id", copy.envelope().submissionId().value())
          .param("held", request.id().value())
          .param("unit", copy.envelope().unit())
          .param("receipt", copy.receipt())
          .update();
      stage(copy);
    }
    return true;
  }

  private void stage(SealedSubmission sealed) {
    var position = 1;
    for (var part : sealed.parts()) {
      staging.stage(sealed.envelope().submissionId(), position++, part);
    }
  }

  /** The one that this draft became. */
  Optional<RequestId> ofDraft(UUID draftId) {
    return jdbc.sql("SELECT id FROM request_held WHERE draft_id = :draft")
        .param("draft", draftId)
        .query(UUID.class)
        .optional()
        .map(RequestId::new);
  }

  /** Those that somebody sends for somebody else by this mandate. */
  List<RequestId> byMandate(UUID mandate) {
    return jdbc
        .sql("SELECT id FROM request_held WHERE mandate_id = :mandate")
        .param("mandate", mandate)
        .query(UUID.class)
        .list()
        .stream()
        .map(RequestId::new)
        .toList();
  }

  /** The draft that became this one. */
  Optional<UUID> draft(RequestId id) {
    return jdbc.sql("SELECT draft_id FROM request_held WHERE id = :id")
        .param("id", id.value())
        .query(UUID.class)
        .optional();
  }

  /** A request that goes on. */
  record Released(RequestEnvelope request, String receipt, List<RequestCopy> copies) {}

  /**
   * Makes it a request like any other, in the transaction that is under way; empty, and nothing
   * changed, when it isn’t kept any more, or its draft was sent otherwise.
   */
  Optional<Released> release(RequestId id) {
    var copies = copies(id);
    return jdbc.sql(
            """
            WITH held AS (DELETE FROM request_held WHERE id = :id RETURNING *),
            envelope AS (
              INSERT INTO request_envelope (id, draft_id, reference, service, schema_version,
                unit, account_id, subject, assurance, language, received_at, state, state_since,
                actor_id, mandate_id)
              SELECT id, draft_id, reference, service, schema_version, unit, account_id, subject,
                assurance, language, received_at, 'received', received_at, actor_id, mandate_id FROM held
              ON CONFLICT DO NOTHING RETURNING id),
            submission AS (
              INSERT INTO request_submission (id, request_id, received_at, receipt)
              SELECT id, id, received_at, receipt FROM held JOIN envelope USING (id)),
            copies AS (
              INSERT INTO request_submission (id, request_id, kind, received_at, receipt, unit)
              SELECT copy.id, held.id, 'copy', held.received_at, copy.receipt, copy.unit
              FROM request_held_copy AS copy JOIN held ON held.id = copy.held_id
              JOIN envelope ON envelope.id = held.id)
            SELECT held.*, 'received' AS state, received_at AS state_since
            FROM held JOIN envelope USING (id)
            """)
        .param("id", id.value())
        .query((row, number) ->
            new Released(Envelopes.read(row, number), row.getString("receipt"), copies))
        .optional();
  }

  private List<RequestCopy> copies(RequestId id) {
    return jdbc.sql("SELECT id, unit FROM request_held_copy WHERE held_id = :id ORDER BY id")
        .param("id", id.value())
        .query((row, number) ->
            new RequestCopy(
                new SubmissionId(row.getObject("id", UUID.class)),
                new UnitId(row.getString("unit")),
                false,
                false))
        .list();
  }

  /** Erases one, with all that is sealed of it. */
  void erase(RequestId id) {
    jdbc.sql(
            """
            WITH copies AS (SELECT id FROM request_held_copy WHERE held_id = :id),
            gone AS (DELETE FROM request_held WHERE id = :id RETURNING id)
            DELETE FROM request_part USING gone
            WHERE submission_id = gone.id OR submission_id IN (SELECT id FROM copies)
            """)
        .param("id", id.value())
        .update();
  }
}
