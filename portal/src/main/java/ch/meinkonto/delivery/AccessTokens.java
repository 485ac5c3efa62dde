package ch.meinkonto.delivery;

import ch.meinkonto.contract.TokenResponse;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.crypto.SigningKeys;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Access tokens for units: short-lived JWTs (RFC 9068) that every node can verify by itself. */
@Component
class AccessTokens {

  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int LONGEST = 2000;

  /** Those whose signature was checked: a unit shows the same one again and again. */
  private final Cache<String, JWTClaimsSet> checked =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(LIFE).build();

  private final SigningKeys keys;
  private final JWSVerifier verifier;
  private final String issuer;
  private final String audience;
  private final Clock clock;

  AccessTokens(SigningKeys keys, PortalSettings settings, Clock clock) throws JOSEException {
    this.keys = keys;
    this.verifier = new ECDSAVerifier(keys.current().toPublicJWK());
    this.issuer = settings.baseUrl().toString();
    this.audience = settings.url(ContractPaths.BASE).toString();
    this.clock = clock;
  }

  TokenResponse issue(UnitId unit) {
    var now = clock.instant();
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(keys.current().getKeyID())
                .build(),
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(unit.value())
                .jwtID(Ids.next().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build());
    try {
      token.sign(new ECDSASigner(keys.current()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return new TokenResponse(token.serialize(), "Bearer", LIFE.toSeconds());
  }

  /** The unit that the token was issued to; empty when it is not ours, or has expired. */
  Optional<UnitId> unit(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    return Optional.ofNullable(checked.get(token, this::claims)).flatMap(this::subject);
  }

  /** What it says; null when it is not ours. */
  private @Nullable JWTClaimsSet claims(String token) {
    try {
      var jwt = SignedJWT.parse(token);
      var header = jwt.getHeader();
      return JWSAlgorithm.ES256.equals(header.getAlgorithm())
              && TYPE.equals(header.getType())
              && header.getCriticalParams() == null
              && jwt.verify(verifier)
          ? jwt.getJWTClaimsSet()
          : null;
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return null;
    }
  }

  private Optional<UnitId> subject(JWTClaimsSet claims) {
    var expires = claims.getExpirationTime();
    return issuer.equals(claims.getIssuer())
            && List.of(audience).equals(claims.getAudience())
            && claims.getSubject() != null
            && expires != null
            && expires.toInstant().isAfter(clock.instant())
        ? Optional.of(new UnitId(claims.getSubject()))
        : Optional.empty();
  }
}
