package ch.meinkonto.operations;

import ch.meinkonto.account.AccountId;
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

/** The table {@code operations_proposal}. */
@Component
class ProposalRows {

  private static final String COLUMNS =
      "id, act, unit, detail, reason, proposed_by, proposed_at, expires_at, state, decided_by,"
          + " decided_at";
  private static final int MOST_SHOWN = 100;

  private final JdbcClient jdbc;

  ProposalRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the same waits already. */
  boolean add(Proposal proposal) {
    return jdbc.sql(
                """
                INSERT INTO operations_proposal
                  (id, act, unit, detail, reason, proposed_by, proposed_at, expires_at)
                VALUES (:id, :act, :unit, :detail, :reason, :by, :at, :expires)
                ON CONFLICT (act, unit, detail) WHERE state = 'open' DO NOTHING
                """)
            .param("id", proposal.id())
            .param("act", proposal.act())
            .param("unit", proposal.unit())
            .param("detail", proposal.detail())
            .param("reason", proposal.reason())
            .param("by", proposal.proposedBy().value())
            .param("at", time(proposal.proposedAt()))
            .param("expires", time(proposal.expiresAt()))
            .update()
        == 1;
  }

  /** Only another's, only in time, only once, and only while its proposer may still propose. */
  Optional<Proposal> confirm(UUID id, AccountId by, Instant now) {
    return jdbc.sql(
            """
            UPDATE operations_proposal SET state = 'confirmed', decided_by = :by, decided_at = :now
            WHERE id = :id AND state = 'open' AND expires_at > :now AND proposed_by <> :by
              AND EXISTS (SELECT FROM operations_staff
                          WHERE account_id = proposed_by AND role <> 'auditor')
            RETURNING
            """
                + COLUMNS)
        .param("id", id)
        .param("by", by.value())
        .param("now", time(now))
        .query(ProposalRows::read)
        .optional();
  }

  boolean decline(UUID id, AccountId by, Instant now) {
    return jdbc.sql(
                """
                UPDATE operations_proposal
                SET state = 'declined', decided_by = :by, decided_at = :now
                WHERE id = :id AND state = 'open' AND expires_at > :now
                """)
            .param("id", id)
            .param("by", by.value())
            .param("now", time(now))
            .update()
        == 1;
  }

  /** Closes what is over, and gives it. */
  List<Proposal> expire(Instant now) {
    return jdbc.sql(
            "UPDATE operations_proposal SET state = 'expired', decided_at = :now"
                + " WHERE state = 'open' AND expires_at <= :now RETURNING "
                + COLUMNS)
        .param("now", time(now))
        .query(ProposalRows::read)
        .list();
  }

  Optional<Proposal> find(UUID id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM operations_proposal WHERE id = :id")
        .param("id", id)
        .query(ProposalRows::read)
        .optional();
  }

  List<Proposal> latest() {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM operations_proposal ORDER BY expires_at DESC, id DESC LIMIT "
                + MOST_SHOWN)
        .query(ProposalRows::read)
        .list();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Proposal read(ResultSet row, int number) throws SQLException {
    return new Proposal(
        row.getObject("id", UUID.class),
        row.getString("act"),
        row.getString("unit"),
        row.getString("detail"),
        row.getString("reason"),
        new AccountId(row.getObject("proposed_by", UUID.class)),
        instant(row, "proposed_at").orElseThrow(),
        instant(row, "expires_at").orElseThrow(),
        Proposal.State.of(row.getString("state")),
        decider(row),
        instant(row, "decided_at").orElse(null));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static @Nullable AccountId decider(ResultSet row) throws SQLException {
    var by = row.getObject("decided_by", UUID.class);
    return by == null ? null : new AccountId(by);
  }
}
