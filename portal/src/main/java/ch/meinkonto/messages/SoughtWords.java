package ch.meinkonto.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What somebody looks for in their messages, as it stands in the address of what was found:
 * encrypted, and of use to nobody else (OWASP ASVS 5.0, 14.2.1). So that one can page, reload and
 * go back, and no proxy's log nor history tells what it was.
 */
@Component
class SoughtWords {

  static final int LONGEST = 200;

  private static final String CONTEXT = "messages.search";

  private final AccountCipher cipher;

  SoughtWords(AccountCipher cipher) {
    this.cipher = cipher;
  }

  String seal(AccountId account, String words) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(cipher.encrypt(account, words.getBytes(UTF_8), CONTEXT));
  }

  /** The words; empty when this account never sealed any such. */
  Optional<String> open(AccountId account, String sealed) {
    try {
      var bytes = Base64.getUrlDecoder().decode(sealed);
      return Optional.of(new String(cipher.decrypt(account, bytes, CONTEXT), UTF_8));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }
}
