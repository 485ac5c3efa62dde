package ch.meinkonto.counter;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code counter_staff}: whose accounts may issue codes, and at which counter. */
@Component
class CounterStaff {

  private final JdbcClient jdbc;
  private final Clock clock;

  CounterStaff(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Somebody who works at a counter. */
  record Member(AccountId account, String counter) {}

  /** The counter at which somebody works; empty when at none. */
  Optional<String> counterOf(AccountId account) {
    return jdbc.sql("SELECT counter FROM counter_staff WHERE account_id = :account")
        .param("account", account.value())
        .query(String.class)
        .optional();
  }

  List<Member> all() {
    return jdbc.sql("SELECT account_id, counter FROM counter_staff ORDER BY counter, since")
        .query((row, _) ->
            new Member(
                new AccountId(row.getObject("account_id", UUID.class)), row.getString("counter")))
        .list();
  }

  /** From now on they work at this counter. */
  void add(AccountId account, String counter) {
    jdbc.sql(
            """
            INSERT INTO counter_staff (account_id, counter, since) VALUES (:account, :counter, :now)
            ON CONFLICT (account_id) DO UPDATE SET counter = excluded.counter
            """)
        .param("account", account.value())
        .param("counter", counter)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** From now on they work at none; false when they did not before. */
  boolean remove(AccountId account) {
    return jdbc.sql("DELETE FROM counter_staff WHERE account_id = :account")
            .param("account", account.value())
            .update()
        == 1;
  }

  @EventListener
  void on(AccountClosed event) {
    remove(new AccountId(event.accountId()));
  }
}
