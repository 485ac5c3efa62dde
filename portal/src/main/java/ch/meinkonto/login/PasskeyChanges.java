package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.notification.Notice;
import ch.meinkonto.notification.Notifications;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and removes passkeys; each time the owner is told by mail, and the trust log knows. */
@Component
class PasskeyChanges {

  private final PasskeyRegistration registration;
  private final Passkeys passkeys;
  private final Notifications notifications;
  private final TrustLog trust;

  PasskeyChanges(
      PasskeyRegistration registration,
      Passkeys passkeys,
      Notifications notifications,
      TrustLog trust) {
    this.registration = registration;
    this.passkeys = passkeys;
    this.notifications = notifications;
    this.trust = trust;
  }

  /** Adds what a browser made; false when its answer proves nothing. */
  @Transactional
  public boolean add(Account account, String answer, String name, String browser) {
    if (!registration.add(account.id(), answer, name, browser)) {
      return false;
    }
    tell(account, "passkey-added");
    return true;
  }

  /** Removes one; false when the account has none such. */
  @Transactional
  public boolean remove(Account account, UUID passkey) {
    if (!passkeys.remove(account.id(), passkey)) {
      return false;
    }
    tell(account, "passkey-removed");
    return true;
  }

  private void tell(Account account, String what) {
    trust.record(new TrustEntry(account.id().value(), what, TrustEntry.YOU, "", "your-wish"));
    notifications.tell(new Notice(what, account.email().value(), account.language(), Map.of()));
  }
}
