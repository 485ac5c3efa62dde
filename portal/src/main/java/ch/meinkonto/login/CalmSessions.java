package ch.meinkonto.login;

import ch.meinkonto.platform.crypto.Sha256;
import ch.meinkonto.platform.memory.NodeMemory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
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

  private final SessionRepository<S> stored;
  private final NodeMemory<MapSession> memory;
  private final Consumer<Session> ended;
  private final Clock clock;

  /**
   * Sessions on top of those in the database.
   *
   * @param ended hears of each session that somebody ended, with what was in it
   */
  CalmSessions(
      SessionRepository<S> stored,
      NodeMemory<MapSession> memory,
      Consumer<Session> ended,
      Clock clock) {
    this.stored = stored;
    this.memory = memory;
    this.ended = ended;
    this.clock = clock;
  }

  @Override
  public CalmSession<S> createSession() {
    return CalmSession.begun(stored.createSession(), clock);
  }

  @Override
  public void save(CalmSession<S> session) {
    session
        .toWrite()
        .ifPresent(changed -> {
          stored.save(changed);
          forget(session.firstId());
          forget(session.getId());
        });
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
