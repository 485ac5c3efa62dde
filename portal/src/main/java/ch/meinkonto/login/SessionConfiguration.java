package ch.meinkonto.login;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sessions in the database, so that any node can serve any click. Read with a single statement; see
 * docs/adr for why there is no transaction around it.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

  static final Duration IDLE = Duration.ofMinutes(30);

  @Bean
  CalmSessions<?> sessionRepository(JdbcTemplate jdbc, Clock clock) {
    var stored = new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
    stored.setDefaultMaxInactiveInterval(IDLE);
    return new CalmSessions<>(stored, clock);
  }

  @Bean
  RecurringTask<Void> eraseOldSessions(Sessions sessions) {
    return Tasks.recurring("login-erase-old-sessions", FixedDelay.ofMinutes(5))
        .execute((instance, context) -> sessions.eraseOld());
  }
}
