package ch.meinkonto.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * The half that the portal has of the keys with which its owner's browsers encrypt what they keep.
 * It is derived from the account's data key (HKDF, RFC 5869) and stored nowhere: once the account
 * is closed, what lies in any browser opens no more.
 */
@Component
class BrowserSecrets {

  private static final int BYTES = 32;

  private final DataKeys keys;

  BrowserSecrets(DataKeys keys) {
    this.keys = keys;
  }

  byte[] of(AccountId account) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(keys.of(account))
                  .thenExpand("account.browser".getBytes(UTF_8), BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
