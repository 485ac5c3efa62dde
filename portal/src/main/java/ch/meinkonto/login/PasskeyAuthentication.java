package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.DeviceKeys;
import ch.meinkonto.login.OwnerNotices.Warning;
import ch.meinkonto.platform.webauthn.Ceremonies;
import ch.meinkonto.platform.webauthn.Keys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Proving oneself by a passkey. */
@Component
class PasskeyAuthentication implements Keys<DeviceKeys.Key> {

  static final String KIND = "passkey";

  private final Ceremonies ceremonies;
  private final Passkeys passkeys;
  private final OwnerNotices notices;

  PasskeyAuthentication(Ceremonies ceremonies, Passkeys passkeys, OwnerNotices notices) {
    this.ceremonies = ceremonies;
    this.passkeys = passkeys;
    this.notices = notices;
  }

  /**
   * What a browser needs to ask for any passkey. The same for everybody.
   *
   * @param browser its token; no other browser can answer
   */
  Map<String, Object> loginOptions(String browser) {
    return ceremonies.asking(loggingIn(browser), List.of());
  }

  /** What a browser needs to ask for a passkey of this account. */
  Map<String, Object> confirmationOptions(AccountId account, String browser) {
    return ceremonies.asking(confirming(account, browser), passkeys.credentialIds(account));
  }

  /** Whose passkey answered; empty when the answer proves nothing. */
  Optional<AccountId> login(String answer, String browser) {
    return ceremonies.answered(answer, loggingIn(browser), this).map(DeviceKeys.Key::account);
  }

  /** Whether a passkey of this account answered. */
  boolean confirmation(AccountId account, String answer, String browser) {
    return ceremonies
        .answered(answer, confirming(account, browser), this)
        .filter(passkey -> passkey.account().equals(account))
        .isPresent();
  }

  @Override
  public Optional<DeviceKeys.Key> find(byte[] credentialId) {
    return passkeys.find(credentialId);
  }

  @Override
  public byte[] handle(DeviceKeys.Key passkey) {
    return ceremonies.handle(KIND, passkey.account().toString());
  }

  @Override
  public boolean used(DeviceKeys.Key passkey, long signCount) {
    return passkeys.used(passkey, signCount);
  }

  @Override
  public void copied(DeviceKeys.Key passkey) {
    notices.warn(Warning.PASSKEY_COPIED, passkey.account(), passkey.id().toString());
  }

  private static String loggingIn(String browser) {
    return "log-in/" + browser;
  }

  private static String confirming(AccountId account, String browser) {
    return "confirm/" + account + "/" + browser;
  }
}
