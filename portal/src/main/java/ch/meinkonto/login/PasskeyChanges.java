package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and removes passkeys; each time the owner is told by mail, and the trust log knows. */
@Component
class PasskeyChanges {

  private final PasskeyRegistration registration;
  private final Passkeys passkeys;
  private final OwnerNotices notices;

  PasskeyChanges(PasskeyRegistration registration, Passkeys passkeys, OwnerNotices notices) {
    this.registration = registration;
    this.passkeys = passkeys;
    this.notices = notices;
  }

  /** Adds what a browser made; false when its answer proves nothing. */
  @Transactional
  public boolean add(Account account, String answer, String name, String browser) {
    if (!registration.add(account.id(), answer, name, browser)) {
      return false;
    }
    notices.changed(account, "passkey-added");
    return true;
  }

  /** Removes one; false when the account has none such. */
  @Transactional
  public boolean remove(Account account, UUID passkey) {
    if (!passkeys.remove(account.id(), passkey)) {
      return false;
    }
    notices.changed(account, "passkey-removed");
    return true;
  }
}
