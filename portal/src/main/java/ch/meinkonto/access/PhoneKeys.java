package ch.meinkonto.access;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.DeviceKeys;
import ch.meinkonto.platform.webauthn.Ceremonies;
import ch.meinkonto.platform.webauthn.Ceremonies.MadeKey;
import ch.meinkonto.platform.webauthn.Ceremonies.Owner;
import ch.meinkonto.platform.webauthn.Keys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The keys of the phones. Each is the app's own, beside passkeys that the same phone may have: with
 * it alone nobody logs in at this device.
 */
@Component
class PhoneKeys implements Keys<DeviceKeys.Key> {

  private static final Logger log = LoggerFactory.getLogger(PhoneKeys.class);

  private final Ceremonies ceremonies;
  private final Phones phones;
  private final Accounts accounts;
  private final Notices notices;

  PhoneKeys(Ceremonies ceremonies, Phones phones, Accounts accounts, Notices notices) {
    this.ceremonies = ceremonies;
    this.phones = phones;
    this.accounts = accounts;
    this.notices = notices;
  }

  /** What a phone needs to make its key. */
  Map<String, Object> making(Pairings.Open pairing, String appName, String browser) {
    var account = pairing.account();
    var address = accounts.find(account).map(owner -> owner.email().value()).orElse("");
    return ceremonies.making(
        connecting(pairing, browser),
        new Owner(handle(account), appName + ": " + address, appName),
        appName,
        phones.credentialIds(account));
  }

  Optional<MadeKey> made(Pairings.Open pairing, String answer, String browser) {
    return ceremonies.made(answer, connecting(pairing, browser));
  }

  /** What a phone needs to sign for this; with an account, only its phones can. */
  Map<String, Object> asking(String purpose, Optional<AccountId> account) {
    return ceremonies.asking(purpose, account.map(phones::credentialIds).orElse(List.of()));
  }

  Optional<DeviceKeys.Key> signed(String answer, String purpose) {
    return ceremonies.answered(answer, purpose, this);
  }

  @Override
  public Optional<DeviceKeys.Key> find(byte[] credentialId) {
    return phones.find(credentialId);
  }

  @Override
  public byte[] handle(DeviceKeys.Key key) {
    return handle(key.account());
  }

  @Override
  public boolean used(DeviceKeys.Key key, long signCount) {
    return phones.used(key, signCount);
  }

  @Override
  public void copied(DeviceKeys.Key key) {
    log.warn("The key of a phone signed, but counted backwards: there seem to be two of it");
    notices.copied(key.account());
  }

  private byte[] handle(AccountId account) {
    return ceremonies.handle("access", account.toString());
  }

  private static String connecting(Pairings.Open pairing, String browser) {
    return "connect/" + pairing.id() + "/" + browser;
  }
}
