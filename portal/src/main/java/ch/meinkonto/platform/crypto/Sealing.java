package ch.meinkonto.platform.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesGcmKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the master key seals; Tink opens. For its random numbers Tink looks through the whole class
 * path for another provider, once in each thread, and here each request has a thread of its own: a
 * tenth of what a login with its mail cost beside the hash. So AES-GCM, which is what the portal's
 * own keysets have, is done here, in Tink's format.
 */
@FunctionalInterface
interface Sealing {

  byte[] seal(byte[] plain, byte[] context) throws GeneralSecurityException;

  /** By the keyset's newest key. */
  static Sealing by(KeysetHandle keyset) throws GeneralSecurityException {
    return keyset.getPrimary().getKey() instanceof AesGcmKey key
        ? new AesGcm(key)
        : keyset.getPrimitive(RegistryConfiguration.get(), Aead.class)::encrypt;
  }

  /** Prefix with the key's id, nonce, ciphertext with tag. */
  final class AesGcm implements Sealing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;
    private final byte[] prefix;

    @AccessesPartialKey
    private AesGcm(AesGcmKey key) {
      this.key =
          new SecretKeySpec(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()), "AES");
      this.prefix = key.getOutputPrefix().toByteArray();
    }

    @Override
    public byte[] seal(byte[] plain, byte[] context) throws GeneralSecurityException {
      var nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context);
      var sealed = ByteBuffer.allocate(prefix.length + NONCE_BYTES + plain.length + TAG_BITS / 8);
      sealed.put(prefix).put(nonce);
      cipher.doFinal(ByteBuffer.wrap(plain), sealed);
      return sealed.array();
    }
  }
}
