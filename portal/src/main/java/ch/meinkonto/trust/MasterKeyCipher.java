package ch.meinkonto.trust;

import ch.meinkonto.platform.crypto.MasterKey;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Entries under the master key, bound to the account. */
@Component
class MasterKeyCipher implements EntryCipher {

  private final MasterKey masterKey;

  MasterKeyCipher(MasterKey masterKey) {
    this.masterKey = masterKey;
  }

  @Override
  public byte[] seal(UUID accountId, byte[] plain, String context) {
    return masterKey.seal(plain, context + "/" + accountId);
  }

  @Override
  public byte[] open(UUID accountId, byte[] sealed, String context) {
    return masterKey.open(sealed, context + "/" + accountId);
  }
}
