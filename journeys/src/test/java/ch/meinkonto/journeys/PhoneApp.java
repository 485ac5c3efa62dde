package ch.meinkonto.journeys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app on somebody's phone (RFC 6238), written without a look at the portal's. */
final class PhoneApp {

  private static final Pattern SECRET = Pattern.compile("[?&]secret=([A-Z2-7]+)");
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final SecretKeySpec key;

  private PhoneApp(SecretKeySpec key) {
    this.key = key;
  }

  /** What the camera reads. */
  static PhoneApp scan(String address) {
    var secret = SECRET.matcher(address);
    if (!secret.find()) {
      throw new AssertionError("No secret in " + address);
    }
    return new PhoneApp(new SecretKeySpec(bytes(secret.group(1)), "HmacSHA1"));
  }

  /** The code that it shows, or did so many steps ago: each works once. */
  String code(int stepsAgo) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(key);
      var step = Instant.now().getEpochSecond() / 30 - stepsAgo;
      var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      var number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String secret) {
    var bits = new StringBuilder();
    secret
        .chars()
        .mapToObj(letter -> Integer.toBinaryString(32 + ALPHABET.indexOf(letter)).substring(1))
        .forEach(bits::append);
    var bytes = new byte[bits.length() / 8];
    for (var at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) Integer.parseInt(bits.substring(at * 8, at * 8 + 8), 2);
    }
    return bytes;
  }
}
