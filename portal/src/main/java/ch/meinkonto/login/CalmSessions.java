package ch.meinkonto.login;

import ch.meinkonto.platform.crypto.Sha256;
import ch.meinkonto.platform.database.Write;
import ch.meinkonto.platform.memory.NodeMemory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are written only when there is something to write, and remembered by the node, so
 * that looking at a page costs the database nothing.
 */
final class CalmSessions<S extends Session> implements SessionRepository<CalmSession<S>> {

  private static final SessionIds IDS = new SessionIds();

  private final SessionRepository<S> stored;
  private final Storing<S> storing;
  private final NodeMemory<MapSession> memory;
  private final Consumer<Session> ended;
  private final Clock clock;

  /** Stores a session and what goes with it, all or nothing. */
  interface Storing<S extends Session> {

    void begin(Session session, List<Write> along);

    void change(S session, List<Write> along);
  }

  /**
   * Sessions on top of those in the database.
   *
   * @param storing how they get there
   * @param ended hears of each session that somebody ended, with what was in it
   */
  CalmSessions(
      SessionRepository<S> stored,
      Storing<S> storing,
      NodeMemory<MapSession> memory,
      Consumer<Session> ended,
      Clock clock) {
    this.stored = stored;
    this.storing = storing;
    this.memory = memory;
    this.ended = ended;
    this.clock = clock;
  }

  @Override
  public CalmSession<S> createSession() {
    var session = new MapSession(IDS);
    session.setMaxInactiveInterval(SessionLimits.IDLE);
    return CalmSession.begun(session, () -> stored.findById(session.getId()), clock);
  }

  @Override
  public void save(CalmSession<S> session) {
    // of one that has just begun nobody remembers anything
    session.toBegin().ifPresent(begun -> storing.begin(begun, session.along()));
    session
        .toWrite()
        .ifPresent(changed -> {
          storing.change(changed, session.along());
          forget(session.firstId());
          forget(session.getId());
        });
    session.written();
  }

  @Override
  public @Nullable CalmSession<S> findById(String id) {
    var found = memory.get(reference(id), _ -> read(id));
    if (found == null) {
      return null;
    }
    var session = CalmSession.found(found, () -> stored.findById(id), clock);
    if (session.isExpired()) {
      deleteById(id);
      return null;
    }
    return session;
  }

  @Override
  public void deleteById(String id) {
    var last = stored.findById(id);
    stored.deleteById(id);
    forget(id);
    if (last != null) {
      ended.accept(last);
    }
  }

  /** The same, of one that is erased already. */
  void ended(Session session) {
    forget(session.getId());
    ended.accept(session);
  }

  /** The session under this id was changed or ended. */
  void forget(String id) {
    memory.changed(reference(id));
  }

  private @Nullable MapSession read(String id) {
    var found = stored.findById(id);
    return found == null ? null : new MapSession(found);
  }

  /** Whether a session's owner was silent for too long. */
  static boolean over(Session session, Instant now) {
    return session.getLastAccessedTime().plus(session.getMaxInactiveInterval()).isBefore(now);
  }

  /** Names a session, for nodes and pages, without opening it as its id does. */
  static String reference(String id) {
    return HexFormat.of().formatHex(Sha256.of(id.getBytes(StandardCharsets.UTF_8)));
  }
}
