package ch.meinkonto.conformance;

import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.directory.UnitId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code conformance_case} and {@code conformance_part}. */
@Component("testItems")
class SentItems {

  private static final String SELECT =
      "SELECT name, envelope, receipt, outcome, detail, times, said, sent_at FROM conformance_case ";

  private final JdbcClient jdbc;

  SentItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Sent.Ready ready, Instant now) {
    var envelope = ready.sealed().envelope();
    jdbc.sql(
            """
            INSERT INTO conformance_case (id, request_id, unit, name, envelope, receipt, sent_at)
            VALUES (:id, :request, :unit, :name, :envelope, :receipt, :now)\
            """)
        .param("id", envelope.submissionId().value())
        .param("request", envelope.requestId().value())
        .param("unit", envelope.unit())
        .param("name", ready.kind().code())
        .param("envelope", Json.write(envelope))
        .param("receipt", ready.sealed().receipt())
        .param("now", time(now))
        .update();
    var position = 0;
    for (var part : ready.sealed().parts()) {
      jdbc.sql(
              """
              INSERT INTO conformance_part (case_id, position, name, media_type, sealed)
              VALUES (:id, :position, :name, :type, :sealed)\
              """)
          .param("id", envelope.submissionId().value())
          .param("position", position++)
          .param("name", part.name())
          .param("type", part.mediaType())
          .param("sealed", part.bytes())
          .update();
    }
  }

  Optional<Sent> find(SubmissionId id) {
    return one(SELECT + "WHERE id = :id", id.value());
  }

  /** The same, kept for this transaction alone. */
  Optional<Sent> lock(SubmissionId id) {
    return one(SELECT + "WHERE id = :id FOR UPDATE", id.value());
  }

  /** The request itself, not what came after it; kept for this transaction alone. */
  Optional<Sent> lockRequest(RequestId id) {
    return one(SELECT + "WHERE id = :id AND request_id = :id FOR UPDATE", id.value());
  }

  private Optional<Sent> one(String sql, UUID id) {
    return jdbc.sql(sql).param("id", id).query(SentItems::read).optional();
  }

  List<Sent> of(UnitId unit) {
    return jdbc.sql(SELECT + "WHERE unit = :unit ORDER BY id")
        .param("unit", unit.value())
        .query(SentItems::read)
        .list();
  }

  boolean isAnswered(RequestId request) {
    return jdbc.sql(
                "SELECT count(*) FROM conformance_case WHERE request_id = :id AND name = :answer")
            .param("id", request.value())
            .param("answer", Case.ANSWER.code())
            .query(Integer.class)
            .single()
        > 0;
  }

  List<SealedPart> parts(SubmissionId id) {
    return jdbc.sql(
            """
            SELECT name, media_type, sealed FROM conformance_part
            WHERE case_id = :id ORDER BY position\
            """)
        .param("id", id.value())
        .query((row, _) ->
            new SealedPart(
                row.getString("name"),
                row.getString("media_type"),
                new String(row.getBytes("sealed"), StandardCharsets.US_ASCII)))
        .list();
  }

  /** The unit is done with it; what comes again keeps its parts. */
  void finish(SubmissionId id, Sent.Outcome outcome, @Nullable String detail, boolean keepsParts) {
    jdbc.sql(
            """
            UPDATE conformance_case
            SET outcome = :outcome, detail = :detail,
                times = times + CASE WHEN :outcome = 'accepted' THEN 1 ELSE 0 END
            WHERE id = :id\
            """)
        .param("outcome", outcome.code())
        .param("detail", detail)
        .param("id", id.value())
        .update();
    if (!keepsParts) {
      jdbc.sql("DELETE FROM conformance_part WHERE case_id = :id").param("id", id.value()).update();
    }
  }

  void said(RequestId id, String what) {
    jdbc.sql("UPDATE conformance_case SET said = concat_ws(' ', said, :what::text) WHERE id = :id")
        .param("what", what)
        .param("id", id.value())
        .update();
  }

  /** Two runs of one unit come one after the other. */
  void alone(UnitId unit) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(:unit))")
        .param("unit", "conformance " + unit)
        .query()
        .singleRow();
  }

  List<UUID> erase(UnitId unit) {
    return jdbc.sql("DELETE FROM conformance_case WHERE unit = :unit RETURNING request_id")
        .param("unit", unit.value())
        .query(UUID.class)
        .list();
  }

  List<UUID> erase(Instant before) {
    return jdbc.sql("DELETE FROM conformance_case WHERE sent_at < :before RETURNING request_id")
        .param("before", time(before))
        .query(UUID.class)
        .list();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Sent read(ResultSet row, int number) throws SQLException {
    var outcome = row.getString("outcome");
    return new Sent(
        Case.of(row.getString("name")),
        Json.read(row.getString("envelope"), Envelope.class),
        row.getString("receipt"),
        outcome == null ? null : Sent.Outcome.of(outcome),
        row.getString("detail"),
        row.getInt("times"),
        row.getString("said"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant());
  }
}
