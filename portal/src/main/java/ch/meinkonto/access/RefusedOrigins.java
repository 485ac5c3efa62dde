package ch.meinkonto.access;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.crypto.LookupHash;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Networks from which somebody asked an account's phone and was not its owner. */
@Component
class RefusedOrigins {

  static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final LookupHash hash;
  private final Clock clock;

  RefusedOrigins(JdbcClient jdbc, LookupHash hash, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.clock = clock;
  }

  /** How a network is kept; for another account it is another value. */
  byte[] hashed(AccountId account, String network) {
    return hash.of("access-origin", account + "/" + network);
  }

  boolean is(AccountId account, String network) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM access_refused_origin
              WHERE account_id = :account AND origin = :origin AND until > :now)
            """)
        .param("account", account.value())
        .param("origin", hashed(account, network))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  void add(AccountId account, byte[] origin) {
    jdbc.sql(
            """
            INSERT INTO access_refused_origin (account_id, origin, until)
            VALUES (:account, :origin, :until)
            ON CONFLICT (account_id, origin) DO UPDATE SET until = excluded.until
            """)
        .param("account", account.value())
        .param("origin", origin)
        .param("until", clock.instant().plus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }

  int eraseExpired() {
    return jdbc.sql("DELETE FROM access_refused_origin WHERE until < :now")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  void removeAll(AccountId account) {
    jdbc.sql("DELETE FROM access_refused_origin WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }
}
