package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.database.Erasure;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Where an account is logged in; ends sessions, also those that are over. */
class Sessions {

  private final JdbcClient jdbc;
  private final FindByIndexNameSessionRepository<? extends Session> stored;
  private final CalmSessions<?> sessions;
  private final SessionContexts contexts;
  private final Clock clock;

  Sessions(
      JdbcClient jdbc,
      FindByIndexNameSessionRepository<? extends Session> stored,
      CalmSessions<?> sessions,
      SessionContexts contexts,
      Clock clock) {
    this.jdbc = jdbc;
    this.stored = stored;
    this.sessions = sessions;
    this.contexts = contexts;
    this.clock = clock;
  }

  /** Where the account is logged in: here first, then where it was last seen. */
  List<OpenSession> open(AccountId account, String current) {
    return stored.findByPrincipalName(account.toString()).values().stream()
        .filter(session -> !CalmSessions.over(session, clock.instant()))
        .flatMap(session -> open(session, current).stream())
        .sorted(
            Comparator.comparing(OpenSession::current)
                .thenComparing(OpenSession::lastSeen)
                .reversed())
        .toList();
  }

  private Optional<OpenSession> open(Session session, String current) {
    return contexts
        .in(session)
        .map(who ->
            new OpenSession(
                CalmSessions.reference(session.getId()),
                SessionContexts.device(session),
                who.since(),
                session.getLastAccessedTime(),
                who.byPasskey(),
                session.getId().equals(current)));
  }

  /** Ends one of the account's sessions; false when it has none such. */
  boolean end(AccountId account, String reference) {
    var ids =
        stored.findByPrincipalName(account.toString()).keySet().stream()
            .filter(id -> CalmSessions.reference(id).equals(reference))
            .toList();
    ids.forEach(sessions::deleteById);
    return !ids.isEmpty();
  }

  void endAll(AccountId account) {
    endOthers(account, "");
  }

  /**
   * Logs the account out everywhere else; returns from how many sessions.
   *
   * @param current the session that goes on; empty when none does
   */
  int endOthers(AccountId account, String current) {
    var known = stored.findByPrincipalName(account.toString());
    var ended =
        jdbc.sql(
                """
                DELETE FROM spring_session
                WHERE principal_name = :account AND session_id <> :current RETURNING session_id
                """)
            .param("account", account.toString())
            .param("current", current)
            .query(String.class)
            .list();
    for (var id : ended) {
      var session = known.get(id);
      if (session == null) { // it has just begun, and holds nothing yet
        sessions.forget(id);
      } else {
        sessions.ended(session);
      }
    }
    return ended.size();
  }

  /** Who is logged in anywhere. */
  List<AccountId> owners() {
    return jdbc
        .sql("SELECT DISTINCT principal_name FROM spring_session WHERE principal_name IS NOT NULL")
        .query(String.class)
        .list()
        .stream()
        .map(name -> new AccountId(UUID.fromString(name)))
        .toList();
  }

  /** Erases what is over; returns how many. */
  int eraseOld() {
    return Erasure.erase(jdbc, "spring_session", "primary_id", "expiry_time", clock.millis());
  }
}
