package ch.meinkonto.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session that knows whether it has to be written: when an attribute or its id changed, or when
 * it was last seen more than a minute ago. Looking at a page alone is no reason.
 */
final class CalmSession<S extends Session> implements Session {

  static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

  private final S stored;
  private final Clock clock;
  private boolean changed;

  CalmSession(S stored, Clock clock, boolean isNew) {
    this.stored = stored;
    this.clock = clock;
    this.changed = isNew;
    if (isNew) {
      stored.setLastAccessedTime(clock.instant());
    }
  }

  S stored() {
    return stored;
  }

  boolean changed() {
    return changed;
  }

  void written() {
    changed = false;
  }

  boolean idleTooLong() {
    return stored
        .getLastAccessedTime()
        .plus(stored.getMaxInactiveInterval())
        .isBefore(clock.instant());
  }

  @Override
  public void setLastAccessedTime(Instant ignored) {
    var now = clock.instant();
    if (stored.getLastAccessedTime().plus(SEEN_AGAIN).isBefore(now)) {
      stored.setLastAccessedTime(now);
      changed = true;
    }
  }

  @Override
  public String changeSessionId() {
    changed = true;
    return stored.changeSessionId();
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      removeAttribute(name);
      return;
    }
    changed = true;
    stored.setAttribute(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    if (stored.getAttribute(name) != null) {
      changed = true;
      stored.removeAttribute(name);
    }
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    if (!interval.equals(stored.getMaxInactiveInterval())) {
      changed = true;
      stored.setMaxInactiveInterval(interval);
    }
  }

  @Override
  public String getId() {
    return stored.getId();
  }

  @Override
  public <T> @Nullable T getAttribute(String name) {
    return stored.getAttribute(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return stored.getAttributeNames();
  }

  @Override
  public Instant getCreationTime() {
    return stored.getCreationTime();
  }

  @Override
  public Instant getLastAccessedTime() {
    return stored.getLastAccessedTime();
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return stored.getMaxInactiveInterval();
  }

  @Override
  public boolean isExpired() {
    return idleTooLong();
  }
}
