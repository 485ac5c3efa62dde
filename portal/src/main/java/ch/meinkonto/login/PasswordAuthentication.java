package ch.meinkonto.login;

import ch.meinkonto.login.OwnerNotices.Warning;
import java.time.Clock;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Proves somebody by their password. An address that nobody has costs the same work and gets the
 * same answer.
 */
@Component
class PasswordAuthentication implements AuthenticationProvider {

  private final Passwords passwords;
  private final LoginLimits limits;
  private final OwnerNotices notices;
  private final FailedLogins failed;
  private final Clock clock;

  PasswordAuthentication(
      Passwords passwords,
      LoginLimits limits,
      OwnerNotices notices,
      FailedLogins failed,
      Clock clock) {
    this.passwords = passwords;
    this.limits = limits;
    this.notices = notices;
    this.failed = failed;
    this.clock = clock;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return authentication == PasswordAttempt.class;
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    var attempt = (PasswordAttempt) authentication;
    var account = attempt.account();
    var counted = limits.take(attempt.email().value(), attempt.network(), attempt.device());
    if (counted.pause().isPresent()) {
      if (counted.accountWasLimit()) {
        notices.warnBesides(Warning.PASSWORD_GUESSED, account);
      }
      throw new WaitFirst(counted.pause().get());
    }
    if (!passwords.matches(account, attempt.getCredentials()) || account == null) {
      failed.note("password", attempt.email().value(), attempt.network());
      throw new BadCredentialsException("Wrong address or password");
    }
    attempt.passed(counted.undoing());
    return LoggedIn.by(Factor.PASSWORD, account, clock.instant());
  }
}
