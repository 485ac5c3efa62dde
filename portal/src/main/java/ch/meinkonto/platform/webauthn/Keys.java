package ch.meinkonto.platform.webauthn;

import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import java.util.Optional;

/**
 * Where keys of one kind are kept.
 *
 * @param <K> such a key
 */
public interface Keys<K extends Keys.Key> {

  /** A key as it was stored. */
  interface Key {

    /** With its public key. */
    AttestedCredentialData credential();

    /** How often it signed, as it said the last time; 0 when it does not count. */
    long signCount();
  }

  Optional<K> find(byte[] credentialId);

  /** How devices know the key's owner, see {@link Ceremonies#handle}. */
  byte[] handle(K key);

  /** Notes that it signed; false when another answer with the same count was quicker. */
  boolean used(K key, long signCount);

  /** It signed properly, but counted less than before: there seem to be two (section 6.1.1). */
  void copied(K key);
}
