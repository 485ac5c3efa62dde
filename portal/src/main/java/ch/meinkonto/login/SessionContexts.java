package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in the session who is logged in: the account's id and since when, as one short text.
 * Nothing about the person, and nothing that a new version of the portal could not read.
 */
@Component
class SessionContexts implements SecurityContextRepository {

  /** Even somebody who never stops clicking logs in again after this time. */
  static final Duration LONGEST = Duration.ofHours(12);

  private static final String ATTRIBUTE = "login";

  private final Clock clock;

  SessionContexts(Clock clock) {
    this.clock = clock;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(() -> load(request));
  }

  @Override
  @Deprecated(forRemoval = false)
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return new Deferred(() -> load(holder.getRequest())).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    if (context.getAuthentication() instanceof LoggedIn loggedIn) {
      var session = request.getSession();
      session.setAttribute(
          FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, loggedIn.getName());
      session.setAttribute(ATTRIBUTE, loggedIn.account() + " " + loggedIn.since().toEpochMilli());
    } else {
      var session = request.getSession(false);
      if (session != null) {
        session.removeAttribute(ATTRIBUTE);
      }
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return load(request).isPresent();
  }

  private Optional<LoggedIn> load(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) {
      return Optional.empty();
    }
    var space = text.indexOf(' ');
    var since = Instant.ofEpochMilli(Long.parseLong(text, space + 1, text.length(), 10));
    return since.plus(LONGEST).isBefore(clock.instant())
        ? Optional.empty()
        : Optional.of(
            new LoggedIn(new AccountId(UUID.fromString(text.substring(0, space))), since));
  }

  /** Looks into the session only when somebody asks. */
  private static final class Deferred implements DeferredSecurityContext {

    private final Supplier<Optional<LoggedIn>> source;
    private @Nullable SecurityContext context;
    private boolean generated;

    Deferred(Supplier<Optional<LoggedIn>> source) {
      this.source = source;
    }

    @Override
    public SecurityContext get() {
      var loaded = context;
      if (loaded == null) {
        loaded = SecurityContextHolder.createEmptyContext();
        var loggedIn = source.get();
        generated = loggedIn.isEmpty();
        loggedIn.ifPresent(loaded::setAuthentication);
        context = loaded;
      }
      return loaded;
    }

    @Override
    public boolean isGenerated() {
      get();
      return generated;
    }
  }
}
