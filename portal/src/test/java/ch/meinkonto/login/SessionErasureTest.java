package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.LongTime;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.session.Session;

/** Of somebody who went away without logging out nothing stays. */
class SessionErasureTest {

  @SuppressWarnings("unchecked")
  private final CalmSessions<Session> sessions = LongTime.bean(CalmSessions.class);

  @Test
  void aSessionWithoutAClickGoesAfterHalfAnHour() {
    var session = sessions.createSession();
    session.setAttribute("seen", "page");
    sessions.save(session);

    LongTime.tick(SessionLimits.IDLE.minusMinutes(1), "login-erase-old-sessions");
    assertThat(rows(session)).isOne();
    assertThat(LongTime.rows("spring_session_attributes")).isPositive();

    LongTime.tick(Duration.ofMinutes(2), "login-erase-old-sessions");
    assertThat(rows(session)).isZero();
    assertThat(LongTime.rows("spring_session_attributes")).isZero();
  }

  @Test
  void manyGoALittleAtATimeAndNobodyIsWaitedFor() throws SQLException {
    var data = LongTime.bean(DataSource.class);
    try (var connection = data.getConnection();
        var held = connection.createStatement()) {
      held.execute(
          """
          INSERT INTO spring_session
          SELECT gen_random_uuid(), 'of many ' || n, 0, 0, 1800, n, NULL
          FROM generate_series(1, 2500) n
          """);
      connection.setAutoCommit(false);
      held.execute("SELECT FROM spring_session WHERE session_id = 'of many 1200' FOR UPDATE");

      LongTime.run("login-erase-old-sessions");

      assertThat(LongTime.rows("spring_session WHERE session_id LIKE 'of many %'")).isOne();
      connection.rollback();
    }

    LongTime.run("login-erase-old-sessions");
    assertThat(LongTime.rows("spring_session WHERE session_id LIKE 'of many %'")).isZero();
  }

  private static int rows(Session session) {
    return LongTime.rows("spring_session WHERE session_id = ?", session.getId());
  }
}
