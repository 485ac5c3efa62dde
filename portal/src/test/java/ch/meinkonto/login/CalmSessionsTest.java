package ch.meinkonto.login;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

class CalmSessionsTest {

  private int reads;
  private final MapSessionRepository stored =
      new MapSessionRepository(new ConcurrentHashMap<>()) {
        @Override
        public @Nullable MapSession findById(String id) {
          reads++;
          return super.findById(id);
        }
      };
  private final CalmSessions<MapSession> sessions = new CalmSessions<>(stored, Clock.systemUTC());
  private String id = "";

  @BeforeEach
  void somebodyHasASession() {
    var session = sessions.createSession();
    sessions.save(session);
    id = session.getId();
  }

  @Test
  void aRequestReadsItsSessionOnce() {
    sessions.beginOfRequest();
    var first = sessions.findById(id);

    assertThat(first).isNotNull().isSameAs(sessions.findById(id));
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void theNextRequestReadsItAgain() {
    sessions.beginOfRequest();
    sessions.findById(id);
    sessions.endOfRequest();
    sessions.beginOfRequest();
    sessions.findById(id);

    assertThat(reads).isEqualTo(2);
  }

  @Test
  void outsideOfRequestsNothingIsRemembered() {
    sessions.findById(id);
    sessions.findById(id);

    assertThat(reads).isEqualTo(2);
  }

  @Test
  void whatARequestDeletedItDoesNotFindAgain() {
    sessions.beginOfRequest();
    sessions.findById(id);
    sessions.deleteById(id);

    assertThat(sessions.findById(id)).isNull();
  }

  @Test
  void anIdThatWasGivenUpIsNotAnsweredFromMemory() {
    sessions.beginOfRequest();
    var session = requireNonNull(sessions.findById(id));
    session.changeSessionId();
    sessions.save(session);

    assertThat(sessions.findById(id)).isNull();
    assertThat(sessions.findById(session.getId())).isSameAs(session);
  }
}
