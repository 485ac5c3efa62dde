package ch.meinkonto.login;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.database.Write;
import ch.meinkonto.platform.memory.NodeMemories;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;

class CalmSessionsTest {

  private int writes;
  private final TickingClock clock = new TickingClock();
  private final MapSessionRepository stored =
      new MapSessionRepository(new ConcurrentHashMap<>()) {
        @Override
        public void save(MapSession session) {
          writes++;
          super.save(session);
        }
      };
  private final CalmSessions.Storing<MapSession> storing =
      new CalmSessions.Storing<>() {
        @Override
        public void begin(Session session, List<Write> along) {
          stored.save(new MapSession(session));
        }

        @Override
        public void change(MapSession session, List<Write> along) {
          stored.save(session);
        }
      };
  private final CalmSessions<MapSession> sessions =
      new CalmSessions<>(stored, storing, new NodeMemories().open("sessions", 10), _ -> {}, clock);
  private String id = "";

  @BeforeEach
  void somebodyHasASession() {
    var session = sessions.createSession();
    session.setAttribute("login", "maya");
    sessions.save(session);
    id = session.getId();
    writes = 0;
  }

  @Test
  void readingWritesNothing() {
    var session = found();
    session.setLastAccessedTime(Instant.EPOCH);
    assertThat(session.<String>getAttribute("login")).isEqualTo("maya");
    sessions.save(session);

    assertThat(writes).isZero();
  }

  @Test
  void whatARequestChangesIsThereForTheNext() {
    var session = found();
    session.setAttribute("login", "beat");
    sessions.save(session);
    sessions.save(session);

    assertThat(found().<String>getAttribute("login")).isEqualTo("beat");
    assertThat(writes).isEqualTo(1);
  }

  @Test
  void anotherRequestDoesNotSeeWhatIsNotSaved() {
    found().setAttribute("login", "beat");

    assertThat(found().<String>getAttribute("login")).isEqualTo("maya");
  }

  @Test
  void anIdThatWasGivenUpIsNotFound() {
    var session = found();
    session.changeSessionId();
    sessions.save(session);

    assertThat(sessions.findById(id)).isNull();
    assertThat(sessions.findById(session.getId())).isNotNull();
  }

  @Test
  void whatWasEndedIsNotFound() {
    sessions.deleteById(id);

    assertThat(sessions.findById(id)).isNull();
  }

  @Test
  void aSessionThatEndsMeanwhileIsNotBroughtBackByAChange() {
    var session = found();
    sessions.deleteById(id);
    session.setAttribute("login", "beat");
    sessions.save(session);

    assertThat(session.<String>getAttribute("login")).isEqualTo("beat");
    assertThat(writes).isZero();
    assertThat(sessions.findById(id)).isNull();
  }

  @Test
  void halfAnHourOfSilenceEndsIt() {
    clock.tick(Duration.ofMinutes(31));

    assertThat(sessions.findById(id)).isNull();
    assertThat(stored.findById(id)).isNull();
  }

  private CalmSession<MapSession> found() {
    return requireNonNull(sessions.findById(id));
  }
}
