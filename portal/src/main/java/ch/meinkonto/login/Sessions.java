package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends sessions: of an account, or those that are over. */
@Component
class Sessions {

  private final JdbcClient jdbc;
  private final CalmSessions<?> sessions;
  private final Clock clock;

  Sessions(JdbcClient jdbc, CalmSessions<?> sessions, Clock clock) {
    this.jdbc = jdbc;
    this.sessions = sessions;
    this.clock = clock;
  }

  void endAll(AccountId account) {
    jdbc.sql("DELETE FROM spring_session WHERE principal_name = :account RETURNING session_id")
        .param("account", account.toString())
        .query(String.class)
        .list()
        .forEach(sessions::forget);
  }

  /** Logs the account out everywhere else. */
  void endOthers(AccountId account, String current) {
    jdbc.sql(
            """
            DELETE FROM spring_session WHERE principal_name = :account AND session_id <> :current
            RETURNING session_id
            """)
        .param("account", account.toString())
        .param("current", current)
        .query(String.class)
        .list()
        .forEach(sessions::forget);
  }

  /** Erases what is over; returns how many. */
  int eraseOld() {
    return jdbc.sql("DELETE FROM spring_session WHERE expiry_time < :now")
        .param("now", clock.millis())
        .update();
  }
}
