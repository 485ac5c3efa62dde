package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.platform.RateLimits.Limit;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes that staff issue at a counter, to a person whose identity document they have checked. */
@Component
public class CounterCodes {

  /** How many an account gets. */
  public static final Limit CODES = new Limit("counter-codes", 3, Duration.ofDays(1));

  private final IssuedCodes codes;
  private final RecoveryNotices notices;

  CounterCodes(IssuedCodes codes, RecoveryNotices notices) {
    this.codes = codes;
    this.notices = notices;
  }

  /**
   * Issues a code, which together with one that is mailed recovers the account; the owner is told
   * on every way there is.
   *
   * @param counter the name of the counter, which the data log shows
   * @return what is handed over on paper: 24 letters and digits in groups, good for a day
   */
  @Transactional
  public String issue(Account account, String counter) {
    notices.tell(account, "recovery-counter", counter);
    return codes.issue(account.id(), IssuedCodes.AT_COUNTER);
  }
}
