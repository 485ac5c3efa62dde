package ch.meinkonto.account;

import ch.meinkonto.trust.EntryCipher;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals what the trust log says about an account under the account's own data key. */
@Component
class TrustLogCipher implements EntryCipher {

  private final AccountCipher cipher;

  TrustLogCipher(AccountCipher cipher) {
    this.cipher = cipher;
  }

  @Override
  public byte[] seal(UUID accountId, byte[] plain, String context) {
    return cipher.encrypt(new AccountId(accountId), plain, context);
  }

  @Override
  public byte[] open(UUID accountId, byte[] sealed, String context) {
    return cipher.decrypt(new AccountId(accountId), sealed, context);
  }
}
