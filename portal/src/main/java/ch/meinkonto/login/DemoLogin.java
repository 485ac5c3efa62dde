package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.AccountKind;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.NewAccount;
import ch.meinkonto.account.PersonName;
import ch.meinkonto.platform.PortalSettings;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts whose secrets everybody may know: only in the demo. */
@Component
public class DemoLogin {

  private final PortalSettings settings;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Argon2id argon2id;
  private final Authenticators authenticators;
  private final Clock clock;

  DemoLogin(
      PortalSettings settings,
      Accounts accounts,
      Passwords passwords,
      Argon2id argon2id,
      Authenticators authenticators,
      Clock clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.passwords = passwords;
    this.argon2id = argon2id;
    this.authenticators = authenticators;
    this.clock = clock;
  }

  /**
   * Somebody with an account, a password and an authenticator app.
   *
   * @param secret the app's, in bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // written into a file once, never compared
  public record Opened(AccountId account, byte[] secret) {}

  /** Opens an account as if its owner had registered and set up an authenticator app. */
  @Transactional
  public Opened open(PersonName name, EmailAddress email, String password) {
    if (!settings.demo()) {
      throw new IllegalStateException("Only in the demo");
    }
    var account =
        accounts.open(new NewAccount(AccountKind.PRIVATE, name, null, email, Locale.GERMAN));
    passwords.set(account, argon2id.hash(password));
    authenticators.begin(account);
    var secret = authenticators.begun(account).orElseThrow();
    // a code of the step before, so that the one that the app shows now is good for a login
    var before = clock.instant().minus(Totp.STEP).getEpochSecond() / Totp.STEP.toSeconds();
    authenticators.confirm(account, Totp.code(secret, before));
    return new Opened(account, secret);
  }
}
