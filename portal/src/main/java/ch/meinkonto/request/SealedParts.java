package ch.meinkonto.request;

import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.contract.SubmissionKind;
import ch.meinkonto.directory.UnitId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what lies sealed for a unit, and erases it. */
@Component
class SealedParts {

  private final JdbcClient jdbc;

  SealedParts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A submission as it lies here.
   *
   * @param unit the unit that it is for, if that does not decide the request; null for the one that
   *     does
   * @param kind request, copy, answer, withdrawal or delivery notice
   * @param questionId the question answered, or the formal message; null for all else
   * @param done whether the unit took or rejected it
   */
  record Lying(
      SubmissionId id,
      RequestId request,
      @Nullable UnitId unit,
      SubmissionKind kind,
      @Nullable String questionId,
      Instant receivedAt,
      String receipt,
      boolean done) {

    /** The request as the unit sees it that this is for. */
    RequestEnvelope seen(RequestEnvelope request) {
      return unit == null ? request : request.elsewhere(unit);
    }
  }

  Optional<Lying> find(SubmissionId id) {
    return jdbc.sql(
            """
            SELECT id, request_id, unit, kind, question_id, received_at, receipt, done_at
            FROM request_submission WHERE id = :id\
            """)
        .param("id", id.value())
        .query(SealedParts::lying)
        .optional();
  }

  List<Part> describe(SubmissionId id) {
    return jdbc.sql(
            """
            SELECT name, media_type, size, tag FROM request_part
            WHERE submission_id = :id ORDER BY position\
            """)
        .param("id", id.value())
        .query((row, number) ->
            new Part(
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("tag")))
        .list();
  }

  Optional<byte[]> open(SubmissionId id, String name) {
    return jdbc.sql("SELECT sealed FROM request_part WHERE submission_id = :id AND name = :name")
        .param("id", id.value())
        .param("name", name)
        .query(byte[].class)
        .optional();
  }

  /** The first parts, as many as are together not larger than that. */
  Map<String, String> first(SubmissionId id, long most) {
    var all = new LinkedHashMap<String, String>();
    jdbc.sql(
            """
            SELECT name, sealed FROM (
              SELECT name, sealed, position, sum(size) OVER (ORDER BY position) AS together
              FROM request_part WHERE submission_id = :id) AS part
            WHERE together <= :most ORDER BY position\
            """)
        .param("id", id.value())
        .param("most", most)
        .query(row -> {
          all.put(
              row.getString("name"), new String(row.getBytes("sealed"), StandardCharsets.US_ASCII));
        });
    return all;
  }

  /** How many submissions lie sealed for which key of a unit, by the key’s id. */
  Map<String, Integer> sealedFor(UnitId unit) {
    var keys = new TreeMap<String, Integer>();
    jdbc.sql(
            """
            SELECT substring(part.sealed FROM 1 FOR 2000) FROM request_part AS part
              JOIN request_submission AS submission ON submission.id = part.submission_id
              JOIN request_envelope AS request ON request.id = submission.request_id
            WHERE coalesce(submission.unit, request.unit) = :unit AND part.name = :name\
            """)
        .param("unit", unit.value())
        .param("name", Part.METADATA)
        .query(row -> {
          SealedPart.keyOf(row.getBytes(1)).ifPresent(key -> keys.merge(key, 1, Integer::sum));
        });
    return keys;
  }

  /** The unit is done with it: what was sealed is erased. */
  void finish(SubmissionId id, Instant now, @Nullable String takenReceipt) {
    jdbc.sql(
            """
            WITH erased AS (DELETE FROM request_part WHERE submission_id = :id)
            UPDATE request_submission SET done_at = :now, taken_receipt = :receipt
            WHERE id = :id\
            """)
        .param("id", id.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("receipt", takenReceipt)
        .update();
  }

  private static Lying lying(ResultSet row, int number) throws SQLException {
    var unit = row.getString("unit");
    return new Lying(
        new SubmissionId(row.getObject("id", UUID.class)),
        new RequestId(row.getObject("request_id", UUID.class)),
        unit == null ? null : new UnitId(unit),
        SubmissionKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
        row.getString("question_id"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("receipt"),
        row.getObject("done_at") != null);
  }
}
