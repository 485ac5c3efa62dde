package ch.meinkonto.request;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.directory.UnitId;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Writes requests and answers with their parts and receipts, each in one round trip. */
@Component
class Submissions {

  private static final String PARTS =
      """
      INSERT INTO request_part (submission_id, position, name, media_type, size, tag, sealed)
      SELECT submission.id, part.position, part.name, part.media_type, length(part.sealed),
             part.tag, part.sealed
      FROM submission,
           unnest(:names, :types, :tags, :sealed) WITH ORDINALITY
             AS part (name, media_type, tag, sealed, position)\
      """;

  private final JdbcClient jdbc;

  Submissions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a new request; false, and nothing kept, when its draft or its reference is taken. */
  boolean addRequest(UUID draftId, RequestEnvelope request, SealedSubmission sealed) {
    return jdbc.sql(
                """
                WITH envelope AS (
                  INSERT INTO request_envelope (id, draft_id, reference, service, schema_version,
                    unit, account_id, subject, assurance, language, received_at, state, state_since,
                    actor_id, mandate_id)
                  VALUES (:id, :draft, :reference, :service, :schemaVersion,
                    :unit, :account, :subject, :assurance, :language, :receivedAt, :state,
                    :receivedAt, :actor::uuid, :mandate::uuid)
                  ON CONFLICT DO NOTHING RETURNING id, received_at),
                submission AS (
                  INSERT INTO request_submission (id, request_id, received_at, receipt)
                  SELECT id, id, received_at, :receipt FROM envelope RETURNING id)
                """
                    + PARTS)
            .params(Envelopes.columns(draftId, request))
            .param("receipt", sealed.receipt())
            .params(parts(sealed.parts()))
            .update()
        > 0;
  }

  /**
   * Keeps what comes later about a request; false, and nothing kept, when the question was
   * answered, or the request taken back, before.
   */
  boolean add(SealedSubmission sealed) {
    var envelope = sealed.envelope();
    return jdbc.sql(
                """
                WITH submission AS (
                  INSERT INTO request_submission
                    (id, request_id, kind, question_id, received_at, receipt, unit)
                  SELECT :id, id, :kind, :question, :receivedAt, :receipt, nullif(:unit, unit)
                  FROM request_envelope WHERE id = :request
                  ON CONFLICT DO NOTHING RETURNING id)
                """
                    + PARTS)
            .param("id", envelope.submissionId().value())
            .param("request", envelope.requestId().value())
            .param("kind", kind(envelope.kind()))
            .param("question", envelope.inReplyTo(), Types.VARCHAR)
            .param("unit", envelope.unit())
            .param("receivedAt", envelope.receivedAt().atOffset(ZoneOffset.UTC))
            .param("receipt", sealed.receipt())
            .params(parts(sealed.parts()))
            .update()
        > 0;
  }

  /** A submission's kind, as it is stored. */
  static String kind(SubmissionKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Optional<String> receipt(RequestId request) {
    return jdbc.sql("SELECT receipt FROM request_submission WHERE id = :id")
        .param("id", request.value())
        .query(String.class)
        .optional();
  }

  Optional<String> takenReceipt(RequestId request) {
    return jdbc.sql(
            "SELECT taken_receipt FROM request_submission"
                + " WHERE id = :id AND taken_receipt IS NOT NULL")
        .param("id", request.value())
        .query(String.class)
        .optional();
  }

  /** The copies that other units got, in the order in which their form names them. */
  List<RequestCopy> copies(RequestId request) {
    return jdbc.sql(
            """
            SELECT id, unit, done_at IS NOT NULL AS done, taken_receipt IS NOT NULL AS taken
            FROM request_submission WHERE request_id = :request AND kind = 'copy' ORDER BY id\
            """)
        .param("request", request.value())
        .query((row, number) ->
            new RequestCopy(
                new SubmissionId(row.getObject("id", UUID.class)),
                new UnitId(row.getString("unit")),
                row.getBoolean("done"),
                row.getBoolean("taken")))
        .list();
  }

  Optional<SubmissionId> answerTo(RequestId request, String questionId) {
    return jdbc.sql(
            """
            SELECT id FROM request_submission
            WHERE request_id = :request AND question_id = :id AND kind = 'answer'\
            """)
        .param("request", request.value())
        .param("id", questionId)
        .query(UUID.class)
        .optional()
        .map(SubmissionId::new);
  }

  private static Map<String, Object> parts(List<SealedPart> parts) {
    return Map.of(
        "names", array("text", parts, SealedPart::name),
        "types", array("text", parts, SealedPart::mediaType),
        "tags", array("text", parts, SealedPart::tag),
        "sealed", new SqlArrayValue("bytea", (Object[]) bytes(parts)));
  }

  private static byte[][] bytes(List<SealedPart> parts) {
    return parts.stream().map(SealedPart::bytes).toArray(byte[][]::new);
  }

  private static SqlArrayValue array(
      String type, List<SealedPart> parts, Function<SealedPart, String> value) {
    return new SqlArrayValue(type, parts.stream().map(value).toArray());
  }
}
