package ch.meinkonto.messages;

import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns words into what is stored and back: JSON, encrypted under the account's key. */
@Component
class Vault {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AccountCipher cipher;

  Vault(AccountCipher cipher) {
    this.cipher = cipher;
  }

  byte[] seal(AccountId account, Object value, String context) {
    return cipher.encrypt(account, JSON.writeValueAsBytes(value), context);
  }

  <T> T open(AccountId account, byte[] sealed, String context, Class<T> type) {
    return JSON.readValue(cipher.decrypt(account, sealed, context), type);
  }

  byte[] sealContent(AccountId account, byte[] content, String context) {
    return cipher.encrypt(account, content, context);
  }

  byte[] openContent(AccountId account, byte[] sealed, String context) {
    return cipher.decrypt(account, sealed, context);
  }
}
