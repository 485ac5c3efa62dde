package ch.meinkonto.login;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are written only when there is something to write, and read once a request: Spring
 * Session looks for the session again when the answer is out.
 */
final class CalmSessions<S extends Session> implements SessionRepository<CalmSession<S>> {

  private final SessionRepository<S> stored;
  private final Clock clock;

  @SuppressWarnings("ThreadLocalUsage") // there is one of these, as long as the portal lives
  private final ThreadLocal<Request<S>> requests = new ThreadLocal<>();

  private static final class Request<S extends Session> {
    private @Nullable CalmSession<S> session;
  }

  CalmSessions(SessionRepository<S> stored, Clock clock) {
    this.stored = stored;
    this.clock = clock;
  }

  /** From here to {@link #endOfRequest}, what this thread has read is not read again. */
  void beginOfRequest() {
    requests.set(new Request<>());
  }

  void endOfRequest() {
    requests.remove();
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
    var request = requests.get();
    if (request != null && request.session != null && request.session.getId().equals(id)) {
      return request.session;
    }
    var found = stored.findById(id);
    if (found == null) {
      return null;
    }
    var session = new CalmSession<>(found, clock, false);
    if (session.idleTooLong()) {
      stored.deleteById(id);
      return null;
    }
    if (request != null) {
      request.session = session;
    }
    return session;
  }

  @Override
  public void deleteById(String id) {
    var request = requests.get();
    if (request != null) {
      request.session = null;
    }
    stored.deleteById(id);
  }
}
