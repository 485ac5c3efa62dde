package ch.meinkonto.login;

import ch.meinkonto.platform.database.Writes;
import ch.meinkonto.platform.memory.NodeMemories;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.events.SessionDeletedEvent;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions in the database, so that any node can serve any click. Read with a single statement,
 * begun with one; see docs/adr.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

  /** Sessions that a node remembers; each takes less than a kilobyte. */
  private static final int REMEMBERED = 20_000;

  @Bean
  CalmSessions<?> sessionRepository(
      JdbcTemplate jdbc,
      Writes writes,
      TransactionTemplate transaction,
      NodeMemories memories,
      ApplicationEventPublisher events,
      Clock clock) {
    var stored = stored(jdbc);
    return new CalmSessions<>(
        stored,
        new SessionStoring<>(stored, writes, JdbcClient.create(jdbc), transaction),
        memories.open("sessions", REMEMBERED),
        session -> events.publishEvent(new SessionDeletedEvent(events, session)),
        clock);
  }

  @Bean
  Sessions sessions(
      JdbcTemplate jdbc, CalmSessions<?> sessions, SessionContexts contexts, Clock clock) {
    return new Sessions(JdbcClient.create(jdbc), stored(jdbc), sessions, contexts, clock);
  }

  private static JdbcIndexedSessionRepository stored(JdbcTemplate jdbc) {
    var stored = new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
    stored.setDefaultMaxInactiveInterval(SessionLimits.IDLE);
    stored.setSessionIdGenerator(new SessionIds());
    return stored;
  }

  @Bean
  RecurringTask<Void> eraseOldSessions(Sessions sessions) {
    return Tasks.recurring("login-erase-old-sessions", FixedDelay.ofMinutes(5))
        .execute((instance, context) -> sessions.eraseOld());
  }
}
