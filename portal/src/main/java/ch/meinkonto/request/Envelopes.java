package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.directory.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The table {@code request_envelope}. */
@Component
class Envelopes {

  private static final String SELECT =
      "SELECT id, reference, service, schema_version, unit, account_id, subject, assurance,"
          + " language, received_at, state, state_since, actor_id, mandate_id FROM request_envelope ";

  private final JdbcClient jdbc;

  Envelopes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<RequestEnvelope> find(RequestId id) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", id.value())
        .query(Envelopes::read)
        .optional();
  }

  Optional<RequestEnvelope> byReference(Reference reference) {
    return jdbc.sql(SELECT + "WHERE reference = :reference")
        .param("reference", reference.value())
        .query(Envelopes::read)
        .optional();
  }

  Optional<RequestEnvelope> ofDraft(UUID draftId) {
    return jdbc.sql(SELECT + "WHERE draft_id = :draft")
        .param("draft", draftId)
        .query(Envelopes::read)
        .optional();
  }

  List<RequestEnvelope> ofAccount(AccountId account) {
    return jdbc.sql(SELECT + "WHERE account_id = :account ORDER BY id DESC")
        .param("account", account.value())
        .query(Envelopes::read)
        .list();
  }

  /** What somebody has sent for others, the newest first. */
  List<RequestEnvelope> byActor(AccountId actor) {
    return jdbc.sql(SELECT + "WHERE actor_id = :actor ORDER BY id DESC")
        .param("actor", actor.value())
        .query(Envelopes::read)
        .list();
  }

  /** The request, kept for this transaction alone. */
  Optional<RequestEnvelope> lock(RequestId id) {
    return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
        .param("id", id.value())
        .query(Envelopes::read)
        .optional();
  }

  /** Notes the state of a request that this transaction has locked. */
  void note(RequestEnvelope request) {
    jdbc.sql("UPDATE request_envelope SET state = :state, state_since = :since WHERE id = :id")
        .param("state", request.state().code())
        .param("since", request.stateSince().atOffset(ZoneOffset.UTC))
        .param("id", request.id().value())
        .update();
  }

  void fetched(Collection<RequestId> requests, Instant now) {
    jdbc.sql(
            """
            UPDATE request_envelope SET state = 'fetched', state_since = :now
            WHERE id = ANY (:ids) AND state = 'received'\
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param(
            "ids",
            new SqlArrayValue("uuid", requests.stream().map(RequestId::value).sorted().toArray()))
        .update();
  }

  /** From here on nobody can tell whose requests these were, nor who sent them for others. */
  void forget(AccountId account) {
    jdbc.sql(
            """
            UPDATE request_envelope SET account_id = NULL, subject = NULL
            WHERE account_id = :account\
            """)
        .param("account", account.value())
        .update();
    jdbc.sql("UPDATE request_envelope SET actor_id = NULL WHERE actor_id = :account")
        .param("account", account.value())
        .update();
  }

  /**
   * Erases what came to its end, or stands still, since {@code before}; returns which. What waits
   * for its unit stays, unless the unit has closed the request and so does not want it any more.
   */
  List<UUID> erase(Instant before) {
    return jdbc.sql(
            """
            WITH erased AS (
              DELETE FROM request_envelope AS request
              WHERE state_since < :before
                AND (state IN ('rejected', 'closed')
                  OR NOT EXISTS (SELECT FROM request_submission
                                 WHERE request_id = request.id AND done_at IS NULL))
              RETURNING id),
            parts AS (
              DELETE FROM request_part USING request_submission AS submission, erased
              WHERE submission.request_id = erased.id AND submission_id = submission.id)
            SELECT id FROM erased\
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list();
  }

  /** The columns of a new request, by name. */
  static Map<String, @Nullable Object> columns(UUID draftId, RequestEnvelope request) {
    var account = request.account();
    var acting = request.acting();
    var columns = new HashMap<String, @Nullable Object>();
    columns.put("id", request.id().value());
    columns.put("draft", draftId);
    columns.put("reference", request.reference().value());
    columns.put("service", request.service().value());
    columns.put("schemaVersion", request.schemaVersion());
    columns.put("unit", request.unit().value());
    columns.put("account", account == null ? null : account.value());
    columns.put("subject", request.subject());
    columns.put("assurance", request.assurance().name());
    columns.put("language", request.language().toLanguageTag());
    columns.put("receivedAt", request.receivedAt().atOffset(ZoneOffset.UTC));
    columns.put("state", request.state().code());
    columns.put("actor", acting == null || acting.actor() == null ? null : acting.actor().value());
    columns.put("mandate", acting == null ? null : acting.mandate());
    return columns;
  }

  static RequestEnvelope read(ResultSet row, int number) throws SQLException {
    var account = row.getObject("account_id", UUID.class);
    var actor = row.getObject("actor_id", UUID.class);
    var mandate = row.getObject("mandate_id", UUID.class);
    return new RequestEnvelope(
        new RequestId(row.getObject("id", UUID.class)),
        new Reference(row.getString("reference")),
        new ServiceId(row.getString("service")),
        row.getInt("schema_version"),
        new UnitId(row.getString("unit")),
        account == null ? null : new AccountId(account),
        row.getString("subject"),
        Assurance.valueOf(row.getString("assurance")),
        Locale.forLanguageTag(row.getString("language")),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        RequestState.ofCode(row.getString("state")),
        row.getObject("state_since", OffsetDateTime.class).toInstant(),
        mandate == null ? null : new Acting(actor == null ? null : new AccountId(actor), mandate));
  }
}
