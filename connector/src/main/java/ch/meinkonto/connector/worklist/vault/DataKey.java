package ch.meinkonto.connector.worklist.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import javax.crypto.SecretKey;

/**
 * The key of one case. Everything is sealed under the name it has, so that nothing can be put in
 * another's place. When the key is destroyed, the case is nothing but noise.
 */
public final class DataKey {

  /** Files are sealed in pieces, each opened before a byte of it is given on. */
  static final int PIECE = 64 * 1024;

  static final int SALT = 32;

  private final byte[] bytes;

  private DataKey(byte[] bytes) {
    this.bytes = bytes;
  }

  public static DataKey fresh() {
    return new DataKey(Gcm.random(Gcm.KEY));
  }

  /** The key as it is kept. */
  public byte[] wrapped(VaultKey vault, String name) {
    return vault.wrap(bytes, name);
  }

  public static DataKey unwrap(byte[] wrapped, VaultKey vault, String name) throws Tampered {
    return new DataKey(vault.unwrap(wrapped, name));
  }

  /** A text as one line. */
  public String sealLine(String text, String name) {
    return Base64.getEncoder()
        .encodeToString(Gcm.seal(Gcm.key(bytes), text.getBytes(UTF_8), "line\0" + name));
  }

  public String openLine(String line, String name) throws Tampered {
    try {
      byte[] sealed = Base64.getDecoder().decode(line.getBytes(US_ASCII));
      return new String(Gcm.open(Gcm.key(bytes), sealed, "line\0" + name), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Tampered("not a sealed line");
    }
  }

  /** A file: a salt, and pieces that know their place and which is the last. Sealed while read. */
  public Content seal(Content content, String name) {
    return new Content() {
      @Override
      public long size() {
        return SALT + content.size() + SealedFile.pieces(content.size()) * Gcm.TAG;
      }

      @Override
      public InputStream open() throws IOException {
        byte[] salt = Gcm.random(SALT);
        return new SequenceInputStream(
            new ByteArrayInputStream(salt),
            new SealedFile(content.open(), content.size(), fileKey(salt, name)));
      }
    };
  }

  /** Reads a sealed file piece by piece. */
  public InputStream open(InputStream sealed, String name) throws IOException {
    byte[] salt = sealed.readNBytes(SALT);
    if (salt.length < SALT) {
      throw new Tampered("too short");
    }
    return new OpenedFile(sealed, fileKey(salt, name));
  }

  private SecretKey fileKey(byte[] salt, String name) {
    return Gcm.key(Gcm.mac(bytes, "file".getBytes(UTF_8), name.getBytes(UTF_8), salt));
  }

  static byte[] nonce(int piece, boolean last) {
    return ByteBuffer.allocate(Gcm.NONCE).putInt(7, piece).put(11, (byte) (last ? 1 : 0)).array();
  }

  @Override
  public String toString() {
    return "DataKey[…]";
  }
}
