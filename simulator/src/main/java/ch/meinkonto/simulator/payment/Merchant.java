package ch.meinkonto.simulator.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.simulator.Disk;
import ch.meinkonto.simulator.SimulatorSettings;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The city as this provider knows it: by a password, and by a key for what the provider tells. */
@Component
class Merchant {

  static final String ID = "1110000000";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final String password;
  private final byte[] signKey;

  Merchant(SimulatorSettings settings) {
    password = Disk.secret(settings.payments().resolve("password"));
    signKey =
        HexFormat.of().parseHex(Disk.secret(settings.payments().resolve("sign-key"), freshKey()));
  }

  private static String freshKey() {
    var key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  /** Whether a call is by the city (HTTP Basic, RFC 7617). */
  boolean knows(@Nullable String authorization) {
    var expected =
        "Basic " + Base64.getEncoder().encodeToString((ID + ":" + password).getBytes(UTF_8));
    return authorization != null
        && MessageDigest.isEqual(expected.getBytes(UTF_8), authorization.getBytes(UTF_8));
  }

  /** The header that goes with a notice. */
  String signature(long time, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(signKey, ALGORITHM));
      mac.update(Long.toString(time).getBytes(UTF_8));
      return "t=" + time + ",s0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
