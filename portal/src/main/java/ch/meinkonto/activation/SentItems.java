package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.SubmissionId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.SealedSubmission;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code activation_submission}. */
@Component
class SentItems {

  private static final String SELECT =
      "SELECT id, account_id, service, unit, kind, state, envelope, receipt, reason, tries_left,"
          + " answer, sent_at, done_at FROM activation_submission ";

  private final JdbcClient jdbc;

  SentItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps one; false, and nothing kept, while another of its kind is under way. */
  boolean add(AccountId account, Kind kind, SealedSubmission sealed) {
    var envelope = sealed.envelope();
    return jdbc.sql(
                """
                INSERT INTO activation_submission
                  (id, account_id, service, unit, kind, envelope, receipt, metadata, data, sent_at)
                VALUES (:id, :account, :service, :unit, :kind, :envelope, :receipt, :metadata, :data, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("id", envelope.submissionId().value())
            .param("account", account.value())
            .param("service", envelope.service())
            .param("unit", envelope.unit())
            .param("kind", kind.code())
            .param("envelope", Json.write(envelope))
            .param("receipt", sealed.receipt())
            .param("metadata", part(sealed, Part.METADATA))
            .param("data", part(sealed, Part.DATA))
            .param("now", envelope.receivedAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static byte[] part(SealedSubmission sealed, String name) {
    return sealed.parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow()
        .bytes();
  }

  Optional<Sent> find(SubmissionId id) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", id.value())
        .query(SentItems::read)
        .optional();
  }

  /** The same, kept for this transaction alone. */
  Optional<Sent> lock(SubmissionId id) {
    return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
        .param("id", id.value())
        .query(SentItems::read)
        .optional();
  }

  /** What of this kind was sent last. */
  Optional<Sent> last(AccountId account, ServiceId service, Kind kind) {
    return jdbc.sql(
            SELECT
                + "WHERE account_id = :account AND service = :service AND kind = :kind"
                + " ORDER BY sent_at DESC, id DESC LIMIT 1")
        .param("account", account.value())
        .param("service", service.value())
        .param("kind", kind.code())
        .query(SentItems::read)
        .optional();
  }

  List<Sent> ofAccount(AccountId account) {
    return jdbc.sql(SELECT + "WHERE account_id = :account ORDER BY sent_at DESC, id DESC")
        .param("account", account.value())
        .query(SentItems::read)
        .list();
  }

  /** Its sealed parts; none once the unit has answered. */
  List<SealedPart> parts(SubmissionId id) {
    return jdbc.sql(
            "SELECT metadata, data FROM activation_submission WHERE id = :id AND data IS NOT NULL")
        .param("id", id.value())
        .query((row, _) ->
            List.of(
                sealed(Part.METADATA, row.getBytes("metadata")),
                sealed(Part.DATA, row.getBytes("data"))))
        .optional()
        .orElse(List.of());
  }

  Map<String, Integer> sealedFor(UnitId unit) {
    var keys = new TreeMap<String, Integer>();
    jdbc.sql(
            "SELECT metadata FROM activation_submission WHERE unit = :unit AND metadata IS NOT NULL")
        .param("unit", unit.value())
        .query(row -> {
          SealedPart.keyOf(row.getBytes(1)).ifPresent(key -> keys.merge(key, 1, Integer::sum));
        });
    return keys;
  }

  private static SealedPart sealed(String name, byte[] jwe) {
    return new SealedPart(name, "application/json", new String(jwe, StandardCharsets.US_ASCII));
  }

  /** The unit has answered: what was sealed is erased. The caller has locked the row. */
  void finish(Sent sent, Sent.State state, Answer answer, Instant now) {
    jdbc.sql(
            """
            UPDATE activation_submission
            SET state = :state, reason = :reason, tries_left = :tries, answer = :answer,
                done_at = :now, metadata = NULL, data = NULL
            WHERE id = :id
            """)
        .param("state", state.code())
        .param("reason", answer.reason())
        .param("tries", answer.triesLeft(), Types.INTEGER)
        .param("answer", answer.words(), Types.BINARY)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", sent.id().value())
        .update();
  }

  /** What the unit said. */
  @SuppressWarnings("ArrayRecordComponent") // stored, never compared
  record Answer(@Nullable String reason, @Nullable Integer triesLeft, byte @Nullable [] words) {
    static final Answer YES = new Answer(null, null, null);

    static Answer no(String reason) {
      return new Answer(reason, null, null);
    }
  }

  /** Codes and orders that no unit has answered since. */
  List<Sent> unanswered(Instant before) {
    return jdbc.sql(
            SELECT
                + "WHERE state = 'open' AND kind <> 'end' AND sent_at < :before"
                + " FOR UPDATE SKIP LOCKED")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(SentItems::read)
        .list();
  }

  int eraseAnswered(Instant before) {
    return jdbc.sql("DELETE FROM activation_submission WHERE done_at < :before")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Erases all that an account has sent; gives the ids. */
  List<UUID> erase(AccountId account) {
    return jdbc.sql("DELETE FROM activation_submission WHERE account_id = :account RETURNING id")
        .param("account", account.value())
        .query(UUID.class)
        .list();
  }

  private static Sent read(ResultSet row, int number) throws SQLException {
    var done = row.getObject("done_at", OffsetDateTime.class);
    return new Sent(
        new SubmissionId(row.getObject("id", UUID.class)),
        new AccountId(row.getObject("account_id", UUID.class)),
        new ServiceId(row.getString("service")),
        new UnitId(row.getString("unit")),
        Kind.of(row.getString("kind")),
        Sent.State.of(row.getString("state")),
        Json.read(row.getString("envelope"), Envelope.class),
        row.getString("receipt"),
        row.getString("reason"),
        row.getObject("tries_left", Integer.class),
        row.getBytes("answer"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
        done == null ? null : done.toInstant());
  }
}
