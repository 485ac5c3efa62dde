package ch.meinkonto.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  private final String firstId;
  private final Supplier<@Nullable S> stored;
  private final Clock clock;
  private Session current;
  private @Nullable S own;
  private boolean changed;

  private CalmSession(Session current, Supplier<@Nullable S> stored, Clock clock) {
    this.firstId = current.getId();
    this.current = current;
    this.stored = stored;
    this.clock = clock;
  }

  /** A new session, which is to be written in any case. */
  static <S extends Session> CalmSession<S> begun(S session, Clock clock) {
    session.setLastAccessedTime(clock.instant());
    var begun = new CalmSession<>(session, () -> session, clock);
    begun.own = session;
    begun.changed = true;
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

  /** What has to be stored now, if anything; asked again, only what changed since. */
  Optional<S> toWrite() {
    var write = changed ? Optional.ofNullable(own) : Optional.<S>empty();
    changed = false;
    return write;
  }

  /** For a change. A session that was ended meanwhile changes for this request alone. */
  private Session changing() {
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
