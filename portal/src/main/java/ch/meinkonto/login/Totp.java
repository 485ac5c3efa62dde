package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with the time (TOTP, RFC 6238), as every authenticator app reckons them: six
 * digits, thirty seconds, SHA-1. SHA-1 is sound inside an HMAC (RFC 6238, section 1.2), and many
 * apps know nothing else.
 */
final class Totp {

  /** How long a code is shown. */
  static final Duration STEP = Duration.ofSeconds(30);

  /** A hundred and sixty bits, as RFC 4226 recommends (section 4, R6). */
  static final int SECRET_BYTES = 20;

  static final int DIGITS = 6;

  /** A phone's clock may be wrong by as much, and a code be typed as late (RFC 6238, 5.2). */
  private static final int STEPS_AROUND = 1;

  private static final String HMAC = "HmacSHA1";

  private Totp() {}

  /** The code of a step. */
  static String code(byte[] secret, long step) {
    var hash = hmac(secret, step);
    // dynamic truncation (RFC 4226, section 5.3)
    var offset = hash[hash.length - 1] & 0xf;
    var truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
    return "%06d".formatted(truncated % 1_000_000);
  }

  /** The step whose code somebody typed just now; empty when it is no such code. */
  static OptionalLong step(byte[] secret, String typed, Instant now) {
    var current = now.getEpochSecond() / STEP.toSeconds();
    var found = OptionalLong.empty();
    // all of them each time, the newest last, so that the time it takes tells nothing
    for (var step = current - STEPS_AROUND; step <= current + STEPS_AROUND; step++) {
      if (MessageDigest.isEqual(code(secret, step).getBytes(UTF_8), typed.getBytes(UTF_8))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static byte[] hmac(byte[] secret, long step) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
