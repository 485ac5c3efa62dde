package ch.meinkonto.connector.worklist.clerk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Codes that change with the time (RFC 6238) as every authenticator app reckons them: six digits,
 * thirty seconds, SHA-1, which is sound inside an HMAC (section 1.2).
 */
public final class Totp {

  private static final int SECRET_BYTES = 20; // RFC 4226 §4, R6
  private static final long STEP_SECONDS = 30;
  private static final int STEPS_AROUND = 1; // RFC 6238 §5.2
  private static final String HMAC = "HmacSHA1";

  private Totp() {}

  public static byte[] secret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /** The code of a moment. */
  public static String code(byte[] secret, Instant now) {
    return code(secret, now.getEpochSecond() / STEP_SECONDS);
  }

  private static String code(byte[] secret, long step) {
    byte[] hash = hmac(secret, step);
    int offset = hash[hash.length - 1] & 0xf; // RFC 4226 §5.3
    int truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
    return "%06d".formatted(truncated % 1_000_000);
  }

  /** The step whose code somebody typed just now. */
  static OptionalLong step(byte[] secret, String typed, Instant now) {
    String digits = typed.replaceAll("\\s", "");
    long current = now.getEpochSecond() / STEP_SECONDS;
    OptionalLong found = OptionalLong.empty();
    for (long step = current - STEPS_AROUND; step <= current + STEPS_AROUND; step++) {
      if (MessageDigest.isEqual(code(secret, step).getBytes(UTF_8), digits.getBytes(UTF_8))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The secret in letters, for who types them. */
  public static String letters(byte[] secret) {
    return Base32.toBase32String(secret);
  }

  /** What an app's camera reads. */
  public static String address(byte[] secret, String issuer, String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=%d"
        .formatted(
            encoded(issuer), encoded(account), letters(secret), encoded(issuer), STEP_SECONDS);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static byte[] hmac(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
