package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.LongTime;
import java.time.Duration;
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

  private static int rows(Session session) {
    return LongTime.rows("spring_session WHERE session_id = ?", session.getId());
  }
}
