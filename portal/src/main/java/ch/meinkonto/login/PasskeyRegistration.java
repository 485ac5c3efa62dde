package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.webauthn.Ceremonies;
import ch.meinkonto.platform.webauthn.Ceremonies.Owner;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Making a passkey: with it, nobody types an address. */
@Component
class PasskeyRegistration {

  private final Ceremonies ceremonies;
  private final Passkeys passkeys;

  PasskeyRegistration(Ceremonies ceremonies, Passkeys passkeys) {
    this.ceremonies = ceremonies;
    this.passkeys = passkeys;
  }

  /**
   * What the browser needs to make a passkey.
   *
   * @param browser its token; no other browser can answer
   */
  Map<String, Object> options(Account account, String cityName, String browser) {
    var handle = ceremonies.handle(PasskeyAuthentication.KIND, account.id().toString());
    return ceremonies.making(
        purpose(account.id(), browser),
        new Owner(handle, account.email().value(), account.name().full()),
        cityName,
        passkeys.credentialIds(account.id()));
  }

  /**
   * Keeps a passkey that was made; false when the answer proves nothing, or the account has as many
   * as it can.
   */
  boolean add(AccountId account, String answer, String name, String browser) {
    return ceremonies
        .made(answer, purpose(account, browser))
        .filter(key -> passkeys.add(account, key, name))
        .isPresent();
  }

  private static String purpose(AccountId account, String browser) {
    return "make/" + account + "/" + browser;
  }
}
