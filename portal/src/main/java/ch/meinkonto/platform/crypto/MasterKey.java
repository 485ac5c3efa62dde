package ch.meinkonto.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The key under which all other keys of the portal lie (AES-256-GCM, a Tink keyset). It comes from
 * a file or the environment and is never in the database.
 */
public final class MasterKey {

  /** So old a keyset may be while it seals. */
  static final Duration READ_AGAIN = Duration.ofSeconds(30);

  /** So many bytes at the beginning of a sealed value tell under which key it is. */
  static final int MARK_BYTES = 5;

  private final Supplier<String> source;
  private volatile Keys keys;

  private MasterKey(Supplier<String> source) {
    this.source = source;
    this.keys = Keys.parse(source.get());
  }

  /**
   * Reads a keyset in Tink's JSON format.
   *
   * @throws IllegalArgumentException when the text is no usable keyset; the text is not repeated in
   *     the message
   */
  public static MasterKey parse(String json) {
    return new MasterKey(() -> json);
  }

  /** Reads a keyset that may get a new key while the portal runs. */
  static MasterKey from(Supplier<String> source) {
    return new MasterKey(source);
  }

  /** A keyset in use: its keys' ids and when it was read. */
  private record Keys(Aead aead, Sealing sealing, Set<Integer> ids, byte[] mark, long readAt) {

    static Keys parse(String json) {
      try {
        AeadConfig.register();
        var keyset = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        var ids = new HashSet<Integer>();
        for (int index = 0; index < keyset.size(); index++) {
          ids.add(keyset.getAt(index).getId());
        }
        var aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        var sealing = Sealing.by(keyset);
        var mark = Arrays.copyOf(sealing.seal(new byte[0], new byte[0]), MARK_BYTES);
        if (keyId(mark) != keyset.getPrimary().getId()) {
          throw new IllegalArgumentException("The master key does not mark what it seals (RAW)");
        }
        return new Keys(aead, sealing, ids, mark, System.nanoTime());
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("The master key is not a Tink keyset in JSON", e);
      }
    }

    boolean old() {
      return System.nanoTime() - readAt > READ_AGAIN.toNanos();
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

  /** The same keyset with only the key that seals. */
  public static String withoutOld(String json) {
    try {
      AeadConfig.register();
      var all = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
      var newest =
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.importKey(all.getPrimary().getKey())
                      .withFixedId(all.getPrimary().getId())
                      .makePrimary())
              .build();
      return TinkJsonProtoKeysetFormat.serializeKeyset(newest, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The old master keys could not be taken away", e);
    }
  }

  /**
   * Seals bytes; {@code context} says what they are and must be the same when they are opened, so
   * that a sealed value cannot be moved to another place.
   */
  public byte[] seal(byte[] plain, String context) {
    try {
      var current = keys.old() ? readAgain() : keys;
      return current.sealing().seal(plain, context.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Opens what {@link #seal} sealed, also on a node that does not know the newest key yet.
   *
   * @throws IllegalStateException when the bytes were changed, moved, or sealed under another key
   */
  public byte[] open(byte[] sealed, String context) {
    try {
      var current = keys.ids().contains(keyId(sealed)) ? keys : readAgain();
      return current.aead().decrypt(sealed, context.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A sealed value does not open: " + context, e);
    }
  }

  /** How everything begins that is sealed under the newest key. */
  byte[] newestMark() {
    return keys.mark().clone();
  }

  /** Looks for a new key at once. */
  void refresh() {
    readAgain();
  }

  private Keys readAgain() {
    var read = Keys.parse(source.get());
    keys = read;
    return read;
  }

  /** Tink's prefix: one byte version, four bytes key id; 0 when it is too short to have one. */
  private static int keyId(byte[] sealed) {
    return sealed.length < MARK_BYTES ? 0 : ByteBuffer.wrap(sealed, 1, 4).getInt();
  }
}
