package ch.meinkonto.platform.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the portal gives away and knows again, so that it need not keep it: a few bytes with half of
 * a keyed hash, as a word for cookies and addresses (base64url, RFC 4648, 5).
 */
@Component
public class SignedBytes {

  private static final int SEAL = 16;

  private final LookupHash hash;

  SignedBytes(LookupHash hash) {
    this.hash = hash;
  }

  /**
   * The word to give away.
   *
   * @param purpose what they are for: under another purpose they are not known again
   */
  public String written(String purpose, byte[] content) {
    var bytes = Arrays.copyOf(content, content.length + SEAL);
    System.arraycopy(seal(purpose, content), 0, bytes, content.length, SEAL);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The bytes of a word that came back; empty when the portal did not give it away.
   *
   * @param length how many there have to be
   */
  public Optional<byte[]> read(String purpose, String written, int length) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(written);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != length + SEAL) {
      return Optional.empty();
    }
    var content = Arrays.copyOf(bytes, length);
    var seal = Arrays.copyOfRange(bytes, length, bytes.length);
    return MessageDigest.isEqual(seal, seal(purpose, content))
        ? Optional.of(content)
        : Optional.empty();
  }

  private byte[] seal(String purpose, byte[] content) {
    return Arrays.copyOf(hash.of(purpose, HexFormat.of().formatHex(content)), SEAL);
  }
}
