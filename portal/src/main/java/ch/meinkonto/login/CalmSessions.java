package ch.meinkonto.login;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Sessions that are written only when there is something to write. */
final class CalmSessions<S extends Session> implements SessionRepository<CalmSession<S>> {

  private final SessionRepository<S> stored;
  private final Clock clock;

  CalmSessions(SessionRepository<S> stored, Clock clock) {
    this.stored = stored;
    this.clock = clock;
  }

  @Override
  public CalmSession<S> createSession() {
    return new CalmSession<>(stored.createSession(), clock, true);
  }

  @Override
  public void save(CalmSession<S> session) {
    if (session.changed()) {
      stored.save(session.stored());
      session.written();
    }
  }

  @Override
  public @Nullable CalmSession<S> findById(String id) {
    var found = stored.findById(id);
    if (found == null) {
      return null;
    }
    var session = new CalmSession<>(found, clock, false);
    if (session.idleTooLong()) {
      stored.deleteById(id);
      return null;
    }
    return session;
  }

  @Override
  public void deleteById(String id) {
    stored.deleteById(id);
  }
}
