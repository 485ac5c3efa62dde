package ch.meinkonto.contract;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A key as two people compare it on the phone: its SHA-256 thumbprint (RFC 7638) as a number, of
 * which the last forty digits stand in eight groups of five. Digits are read aloud in any language;
 * forty of them (132 bits) cannot be matched by trying other keys.
 */
public record Fingerprint(String value) {

  private static final Pattern SHAPE = Pattern.compile("[0-9]{5}( [0-9]{5}){7}");
  private static final BigInteger FORTY_DIGITS = BigInteger.TEN.pow(40);

  public Fingerprint {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a fingerprint");
    }
  }

  /** The fingerprint of a key, whatever it is called and used for. */
  public static Fingerprint of(JWK key) {
    try {
      BigInteger thumbprint = new BigInteger(1, key.computeThumbprint().decode());
      String digits = String.format(Locale.ROOT, "%040d", thumbprint.mod(FORTY_DIGITS));
      return new Fingerprint(digits.replaceAll("(.{5})(?!$)", "$1 "));
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the key has no thumbprint", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
