package ch.meinkonto.operations;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.directory.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code operations_staff}: whose accounts run the portal. */
@Component
class Staff {

  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;

  Staff(JdbcClient jdbc, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  Optional<StaffMember> find(AccountId account) {
    return jdbc.sql(
            "SELECT account_id, role, units, services FROM operations_staff WHERE account_id = ?")
        .param(account.value())
        .query(Staff::read)
        .optional();
  }

  List<StaffMember> all() {
    return jdbc.sql(
            "SELECT account_id, role, units, services FROM operations_staff ORDER BY role, since")
        .query(Staff::read)
        .list();
  }

  /** From now on they have this role, and no other. */
  @Transactional
  public void add(StaffMember member) {
    var units = member.units().stream().map(UnitId::value).sorted().toList();
    var services = member.services().stream().sorted().toList();
    jdbc.sql(
            """
            INSERT INTO operations_staff (account_id, role, units, services, since)
            VALUES (:account, :role, :units, :services, :now)
            ON CONFLICT (account_id) DO UPDATE
            SET role = excluded.role, units = excluded.units, services = excluded.services,
              since = excluded.since
            """)
        .param("account", member.account().value())
        .param("role", member.role().code())
        .param("units", new SqlArrayValue("text", units.toArray()))
        .param("services", new SqlArrayValue("text", services.toArray()))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    var scope =
        Stream.concat(units.stream(), services.stream().map(id -> StaffCommand.SERVICE + id));
    var reason = (member.role().code() + " " + scope.collect(Collectors.joining(" "))).strip();
    audit.record(AuditEntry.atTerminal("staff-added", member.account().toString(), reason));
  }

  /** From now on they have no role; false when they had none. */
  @Transactional
  public boolean remove(AccountId account) {
    var removed = delete(account);
    if (removed) {
      audit.record(AuditEntry.atTerminal("staff-removed", account.toString(), ""));
    }
    return removed;
  }

  @EventListener
  void on(AccountClosed event) {
    delete(new AccountId(event.accountId()));
  }

  private boolean delete(AccountId account) {
    return jdbc.sql("DELETE FROM operations_staff WHERE account_id = ?")
            .param(account.value())
            .update()
        == 1;
  }

  private static StaffMember read(ResultSet row, int number) throws SQLException {
    var units = (String[]) row.getArray("units").getArray();
    var services = (String[]) row.getArray("services").getArray();
    return new StaffMember(
        new AccountId(row.getObject("account_id", UUID.class)),
        Role.of(row.getString("role")).orElseThrow(),
        Arrays.stream(units).map(UnitId::new).collect(Collectors.toUnmodifiableSet()),
        Set.of(services));
  }
}
