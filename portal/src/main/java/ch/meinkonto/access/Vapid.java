package ch.meinkonto.access;

import ch.meinkonto.platform.crypto.Secrets;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells push services who wakes a phone (VAPID, RFC 8292): only this portal can. */
@Component
class Vapid {

  /** At most a day (RFC 8292, section 2). */
  private static final Duration LIFE = Duration.ofHours(12);

  private static final byte UNCOMPRESSED = 4;

  private final ECKey key;
  private final String contact;
  private final Clock clock;

  Vapid(Secrets secrets, @Value("${meinkonto.mail.from}") String mail, Clock clock) {
    this.key = parsed(secrets.named("push-key", Vapid::generate));
    this.contact = "mailto:" + mail;
    this.clock = clock;
  }

  /** The public key, as browsers take it: a point, uncompressed, in base64url. */
  String publicKey() {
    var x = key.getX().decode();
    var y = key.getY().decode();
    var point = new byte[1 + x.length + y.length];
    point[0] = UNCOMPRESSED;
    System.arraycopy(x, 0, point, 1, x.length);
    System.arraycopy(y, 0, point, 1 + x.length, y.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
  }

  /** The header {@code Authorization} for this endpoint. */
  String authorization(URI endpoint) {
    var origin = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
    var claims =
        new JWTClaimsSet.Builder()
            .audience(origin)
            .expirationTime(Date.from(clock.instant().plus(LIFE)))
            .subject(contact)
            .build();
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return "vapid t=%s, k=%s".formatted(token.serialize(), publicKey());
  }

  private static byte[] generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .generate()
          .toJSONString()
          .getBytes(StandardCharsets.UTF_8);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey parsed(byte[] json) {
    try {
      return ECKey.parse(new String(json, StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("The key for push services is damaged", e);
    }
  }
}
