package ch.meinkonto.operations;

import ch.meinkonto.account.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds in the table {@code operations_audit}, the newest first. */
@Component
class AuditSearch {

  private final JdbcClient jdbc;

  AuditSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What fits, at most so many. */
  List<AuditRow> find(AuditQuery query, int most) {
    var sql =
        new StringBuilder(
            """
            SELECT id, occurred_at, account_id, act, unit, reference, reason FROM operations_audit
            WHERE (occurred_at, id) < (:before, :place)
            """);
    query.from().ifPresent(_ -> sql.append(" AND occurred_at >= :from"));
    query.who().ifPresent(_ -> sql.append(" AND account_id = :who"));
    query.act().ifPresent(_ -> sql.append(" AND act = :act"));
    query.unit().ifPresent(_ -> sql.append(" AND unit = :unit"));
    query.reference().ifPresent(_ -> sql.append(" AND reference = :reference"));
    return jdbc.sql(sql.append(" ORDER BY occurred_at DESC, id DESC LIMIT :most").toString())
        .param("before", time(query.before()))
        .param("place", query.place())
        .param("from", query.from().map(AuditSearch::time).orElse(null))
        .param("who", query.who().orElse(null))
        .param("act", query.act().orElse(null))
        .param("unit", query.unit().orElse(null))
        .param("reference", query.reference().orElse(null))
        .param("most", most)
        .query(AuditSearch::read)
        .list();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static AuditRow read(ResultSet row, int number) throws SQLException {
    var account = row.getObject("account_id", UUID.class);
    return new AuditRow(
        row.getObject("id", UUID.class),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        account == null ? null : new AccountId(account),
        row.getString("act"),
        row.getString("unit"),
        row.getString("reference"),
        row.getString("reason"));
  }
}
