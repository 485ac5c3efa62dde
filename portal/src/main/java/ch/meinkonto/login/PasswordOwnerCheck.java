package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.OwnerCheck;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks for the password once more, before something that cannot be undone. */
@Component
class PasswordOwnerCheck implements OwnerCheck {

  private static final Limit LIMIT = new Limit("login-owner", 10, Duration.ofMinutes(15));

  private final Passwords passwords;
  private final RateLimits limits;

  PasswordOwnerCheck(Passwords passwords, RateLimits limits) {
    this.passwords = passwords;
    this.limits = limits;
  }

  @Override
  public Outcome check(AccountId account, String password) {
    return switch (limits.take(LIMIT, account.toString())) {
      case Decision.Refused refused -> Outcome.TOO_OFTEN;
      case Decision.Permitted() ->
          passwords.matches(account, password) ? Outcome.RIGHT : Outcome.WRONG;
    };
  }
}
