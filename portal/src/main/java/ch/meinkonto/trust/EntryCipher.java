package ch.meinkonto.trust;

import java.util.UUID;

/**
 * Seals what an entry says under the key of the account it is about; {@code account} has the keys.
 */
public interface EntryCipher {

  /** Seals bytes for one account; {@code context} must be the same when they are opened. */
  byte[] seal(UUID accountId, byte[] plain, String context);

  /** Opens what {@link #seal} sealed. */
  byte[] open(UUID accountId, byte[] sealed, String context);
}
