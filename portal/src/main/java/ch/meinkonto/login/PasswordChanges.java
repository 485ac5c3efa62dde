package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.notification.Notifications;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives an account a new password: it is logged out everywhere else and told by mail. */
@Component
class PasswordChanges {

  private final PasswordRules rules;
  private final Passwords passwords;
  private final Argon2id argon2id;
  private final Sessions sessions;
  private final Notifications notifications;
  private final TrustLog trust;

  PasswordChanges(
      PasswordRules rules,
      Passwords passwords,
      Argon2id argon2id,
      Sessions sessions,
      Notifications notifications,
      TrustLog trust) {
    this.rules = rules;
    this.passwords = passwords;
    this.argon2id = argon2id;
    this.sessions = sessions;
    this.notifications = notifications;
    this.trust = trust;
  }

  /** Why the account cannot have this password. */
  Optional<PasswordRules.Fault> fault(Account account, String password) {
    var company = account.company();
    return rules.fault(
        password,
        List.of(
            account.name().given(),
            account.name().family(),
            company == null ? "" : company,
            account.email().value()));
  }

  /** Hashes it: before the transaction, since it may have to wait in line. */
  String hash(String password) {
    return argon2id.hash(password);
  }

  /**
   * Sets it.
   *
   * @param currentSession the one session that goes on; empty when none does
   */
  @Transactional
  public void change(Account account, String hash, String currentSession) {
    passwords.set(account.id(), hash);
    sessions.endOthers(account.id(), currentSession);
    trust.record(
        new TrustEntry(
            account.id().value(),
            currentSession.isEmpty() ? "password-reset" : "password-changed",
            TrustEntry.YOU,
            "",
            "your-wish"));
    notifications.tell(account.notice("password-changed"));
  }
}
