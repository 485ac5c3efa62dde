package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.clerk.Clerk;
import ch.meinkonto.connector.worklist.clerk.Clerks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Looks at each request whether who is logged in still may be: not locked, not removed, with the
 * factors they came in with, and not for longer than a working day.
 */
@Component
@ConditionalOnWebApplication
final class StillClerk implements AuthorizationManager<RequestAuthorizationContext> {

  private static final Duration LONGEST = Duration.ofHours(12);

  private final Clerks clerks;
  private final Clock clock = Clock.systemUTC();

  StillClerk(Clerks clerks) {
    this.clerks = clerks;
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
    Optional<Clerk> clerk =
        who.get() instanceof SignedIn signedIn ? find(signedIn) : Optional.empty();
    clerk.ifPresent(one -> context.getRequest().setAttribute(Frame.CLERK, one));
    return new AuthorizationDecision(clerk.isPresent());
  }

  private Optional<Clerk> find(SignedIn signedIn) {
    return clerks
        .find(signedIn.getName())
        .filter(clerk -> clerk.ready() && !clerk.locked())
        .filter(clerk -> !clerk.since().isAfter(signedIn.at()))
        .filter(_ -> signedIn.at().plus(LONGEST).isAfter(clock.instant()));
  }
}
