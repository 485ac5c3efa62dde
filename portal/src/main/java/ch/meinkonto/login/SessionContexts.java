package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.web.DeviceName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Keeps in the session who is logged in: the account's id, since when, and what proved it when, as
 * one short text. Nothing about the person, and nothing that a new version of the portal could not
 * read.
 */
@Component
class SessionContexts implements SecurityContextRepository {

  private static final String ATTRIBUTE = "login";
  private static final String DEVICE = "device";

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
      session.setAttribute(ATTRIBUTE, text(loggedIn));
      session.setAttribute(
          DEVICE, DeviceName.withBrowser(request.getHeader(HttpHeaders.USER_AGENT)));
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
    return session == null ? Optional.empty() : valid(session.getAttribute(ATTRIBUTE));
  }

  /** Who is logged in by a stored session; nobody when that was too long ago. */
  Optional<LoggedIn> in(Session session) {
    return valid(session.getAttribute(ATTRIBUTE));
  }

  /** The browser and device in which a stored session began; empty when unknown. */
  static String device(Session session) {
    return session.getAttributeOrDefault(DEVICE, "");
  }

  private Optional<LoggedIn> valid(@Nullable Object attribute) {
    return Optional.ofNullable(attribute)
        .map(text -> parse(text.toString()))
        .filter(
            loggedIn -> !loggedIn.since().plus(SessionLimits.LONGEST).isBefore(clock.instant()));
  }

  private static String text(LoggedIn loggedIn) {
    var proofs =
        loggedIn.proofs().stream()
            .map(proof -> " " + proof.factor().code() + ":" + proof.at().toEpochMilli())
            .collect(Collectors.joining());
    return loggedIn.account() + " " + loggedIn.since().toEpochMilli() + proofs;
  }

  /** What an older portal wrote names no factor: there was only the password. */
  private static LoggedIn parse(String text) {
    var words = text.split(" ", -1);
    var since = time(words[1]);
    var proofs = Arrays.stream(words).skip(2).flatMap(word -> proof(word).stream()).toList();
    return new LoggedIn(
        new AccountId(UUID.fromString(words[0])),
        since,
        words.length > 2 ? proofs : List.of(new Proof(Factor.PASSWORD, since)));
  }

  /** A factor that only a newer portal knows proves nothing here. */
  private static Optional<Proof> proof(String word) {
    var colon = word.indexOf(':');
    return Factor.of(word.substring(0, colon))
        .map(factor -> new Proof(factor, time(word.substring(colon + 1))));
  }

  private static Instant time(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
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
