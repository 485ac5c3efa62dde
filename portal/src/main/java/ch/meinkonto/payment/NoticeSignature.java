package ch.meinkonto.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How Datatrans signs what it tells: HMAC-SHA-256 over time and body, in the header {@code
 * Datatrans-Signature: t=1559303131511,s0=33819a12…}.
 */
final class NoticeSignature {

  private static final Pattern HEADER =
      Pattern.compile("t=(\\d{1,20})\\s*,\\s*s0=([0-9a-fA-F]{64})");
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  /**
   * Takes the key.
   *
   * @param key in hexadecimal
   */
  NoticeSignature(String key) {
    this.key = HexFormat.of().parseHex(key);
  }

  boolean isOf(@Nullable String header, byte[] body) {
    var signed = HEADER.matcher(header == null ? "" : header.strip());
    return signed.matches()
        && MessageDigest.isEqual(
            sign(signed.group(1), body), HexFormat.of().parseHex(signed.group(2)));
  }

  private byte[] sign(String time, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(time.getBytes(UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
