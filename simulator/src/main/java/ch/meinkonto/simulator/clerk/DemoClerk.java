package ch.meinkonto.simulator.clerk;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A clerk whose secrets everybody may know: only in a city that is played.
 *
 * @param secret the second factor's, in base64
 */
public record DemoClerk(String login, String name, String unit, String password, String secret) {

  private static final String HMAC = "HmacSHA1";

  /** The code that the app on their phone would show (RFC 6238). */
  public String code(Instant now) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), HMAC));
      byte[] hash =
          mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(now.getEpochSecond() / 30).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
