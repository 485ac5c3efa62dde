package ch.meinkonto.login;

import ch.meinkonto.platform.database.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/**
 * A session that is read from what the node remembers, and fetched from the database when something
 * is to be written: an attribute, its id, or that it was last seen more than a minute ago. Looking
 * at a page alone is no reason.
 */
final class CalmSession<S extends Session> implements Session {

  static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

  /** Under this name a session takes {@link Along}; it is no attribute and never read again. */
  static final String ALONG = "along";

  private final String firstId;
  private final Supplier<@Nullable S> stored;
  private final Clock clock;
  private Session current;
  private @Nullable S own;
  private boolean begun;
  private boolean changed;
  private List<Write> along = List.of();

  /** What is to be written with the session, all of it or nothing. */
  record Along(List<Write> writes) {}

  private CalmSession(Session current, Supplier<@Nullable S> stored, Clock clock) {
    this.firstId = current.getId();
    this.current = current;
    this.stored = stored;
    this.clock = clock;
  }

  /** A new session, which is to be written in any case. */
  static <S extends Session> CalmSession<S> begun(
      MapSession session, Supplier<@Nullable S> stored, Clock clock) {
    session.setLastAccessedTime(clock.instant());
    var begun = new CalmSession<>(session, stored, clock);
    begun.begun = true;
    return begun;
  }

  /**
   * A session of an earlier request.
   *
   * @param known what is remembered of it, shared with other requests
   * @param stored fetches it for writing; finds nothing when it was ended meanwhile
   */
  static <S extends Session> CalmSession<S> found(
      MapSession known, Supplier<@Nullable S> stored, Clock clock) {
    return new CalmSession<>(known, stored, clock);
  }

  /** The id under which the request knew it. */
  String firstId() {
    return firstId;
  }

  /** Itself, when it has just begun and is not stored yet. */
  Optional<Session> toBegin() {
    return begun ? Optional.of(current) : Optional.empty();
  }

  /** What of an earlier session has to be stored now, if anything. */
  Optional<S> toWrite() {
    return changed ? Optional.ofNullable(own) : Optional.empty();
  }

  /** What goes with it. */
  List<Write> along() {
    return along;
  }

  /** All of it is stored. */
  void written() {
    begun = false;
    changed = false;
    along = List.of();
  }

  /** For a change. A session that was ended meanwhile changes for this request alone. */
  private Session changing() {
    if (begun) {
      return current;
    }
    changed = true;
    if (own == null) {
      own = stored.get();
      current = own == null ? new MapSession(current) : own;
    }
    return current;
  }

  @Override
  public void setLastAccessedTime(Instant ignored) {
    var now = clock.instant();
    if (current.getLastAccessedTime().plus(SEEN_AGAIN).isBefore(now)) {
      changing().setLastAccessedTime(now);
    }
  }

  @Override
  public String changeSessionId() {
    return changing().changeSessionId();
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      removeAttribute(name);
    } else if (value instanceof Along(var writes)) {
      along = writes;
    } else {
      changing().setAttribute(name, value);
    }
  }

  @Override
  public void removeAttribute(String name) {
    if (current.getAttribute(name) != null) {
      changing().removeAttribute(name);
    }
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    if (!interval.equals(current.getMaxInactiveInterval())) {
      changing().setMaxInactiveInterval(interval);
    }
  }

  @Override
  public String getId() {
    return current.getId();
  }

  @Override
  public <T> @Nullable T getAttribute(String name) {
    return current.getAttribute(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return current.getAttributeNames();
  }

  @Override
  public Instant getCreationTime() {
    return current.getCreationTime();
  }

  @Override
  public Instant getLastAccessedTime() {
    return current.getLastAccessedTime();
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return current.getMaxInactiveInterval();
  }

  @Override
  public boolean isExpired() {
    return CalmSessions.over(current, clock.instant());
  }
}
