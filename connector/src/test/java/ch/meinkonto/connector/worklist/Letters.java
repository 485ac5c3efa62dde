package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.worklist.clerk.Totp;
import java.time.Instant;
import org.bouncycastle.util.encoders.Base32;

/** Reads the letters of a second factor's secret as an app does. */
final class Letters {

  private Letters() {}

  static String code(String letters) {
    return Totp.code(Base32.decode(letters.replace(" ", "")), Instant.now());
  }
}
