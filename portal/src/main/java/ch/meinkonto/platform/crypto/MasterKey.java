package ch.meinkonto.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/**
 * The key under which all other keys of the portal lie (AES-256-GCM, a Tink keyset). It comes from
 * a file or the environment and is never in the database.
 */
public final class MasterKey {

  private final Aead aead;

  private MasterKey(KeysetHandle keyset) throws GeneralSecurityException {
    this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /**
   * Reads a keyset in Tink's JSON format.
   *
   * @throws IllegalArgumentException when the text is no usable keyset; the text is not repeated in
   *     the message
   */
  public static MasterKey parse(String json) {
    try {
      AeadConfig.register();
      return new MasterKey(
          TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("The master key is not a Tink keyset in JSON", e);
    }
  }

  /** A new keyset in Tink's JSON format. */
  public static String generate() {
    try {
      AeadConfig.register();
      var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same keyset with a new key that seals from now on; the older ones still open. */
  public static String rotate(String json) {
    try {
      AeadConfig.register();
      var old = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
      var rotated =
          KeysetHandle.newBuilder(old)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build();
      return TinkJsonProtoKeysetFormat.serializeKeyset(rotated, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The master key could not be rotated", e);
    }
  }

  /**
   * Seals bytes; {@code context} says what they are and must be the same when they are opened, so
   * that a sealed value cannot be moved to another place.
   */
  public byte[] seal(byte[] plain, String context) {
    try {
      return aead.encrypt(plain, context.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Opens what {@link #seal} sealed.
   *
   * @throws IllegalStateException when the bytes were changed, moved, or sealed under another key
   */
  public byte[] open(byte[] sealed, String context) {
    try {
      return aead.decrypt(sealed, context.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A sealed value does not open: " + context, e);
    }
  }
}
