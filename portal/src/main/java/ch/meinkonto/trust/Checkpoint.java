package ch.meinkonto.trust;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;

/**
 * What the portal vouches for: at that time the log had so many entries, and this is the root of
 * the tree over them.
 *
 * @param origin whose log
 * @param jws the same with the portal's signature (ES256, RFC 7515)
 */
record Checkpoint(String origin, long size, byte[] root, Instant at, String jws) {

  private static final JOSEObjectType TYPE = new JOSEObjectType("checkpoint+jwt");

  static Checkpoint sign(String origin, long size, byte[] root, Instant at, ECKey key) {
    try {
      var jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID()).build(),
              new JWTClaimsSet.Builder()
                  .issuer(origin)
                  .issueTime(Date.from(at))
                  .claim("size", size)
                  .claim("root", Base64.getUrlEncoder().withoutPadding().encodeToString(root))
                  .build());
      jwt.sign(new ECDSASigner(key));
      return new Checkpoint(origin, size, root, at, jwt.serialize());
    } catch (JOSEException e) {
      throw new IllegalStateException("A checkpoint could not be signed", e);
    }
  }

  /** Reads a checkpoint; empty when it does not bear one of these keys' signature. */
  static Optional<Checkpoint> verify(String jws, JWKSet keys) {
    try {
      var jwt = SignedJWT.parse(jws.strip());
      if (!TYPE.equals(jwt.getHeader().getType())
          || !JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
          || !(keys.getKeyByKeyId(jwt.getHeader().getKeyID()) instanceof ECKey key)
          || !jwt.verify(new ECDSAVerifier(key))) {
        return Optional.empty();
      }
      var claims = jwt.getJWTClaimsSet();
      return Optional.of(
          new Checkpoint(
              claims.getIssuer(),
              claims.getLongClaim("size"),
              Base64.getUrlDecoder().decode(claims.getStringClaim("root")),
              claims.getIssueTime().toInstant(),
              jws.strip()));
    } catch (ParseException | JOSEException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
