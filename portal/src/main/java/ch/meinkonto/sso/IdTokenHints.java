package ch.meinkonto.sso;

import ch.meinkonto.platform.PortalSettings;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads an ID token that comes back as a hint about whom it is: it must be ours, but may have
 * expired (OpenID Connect Core §3.1.2.1).
 */
@Component
class IdTokenHints {

  private static final int LONGEST = 2_000;

  private final OpenIdKeys keys;
  private final String issuer;

  IdTokenHints(OpenIdKeys keys, PortalSettings settings) {
    this.keys = keys;
    this.issuer = settings.baseUrl().toString();
  }

  /** Who somebody was to an application, in which session. */
  record Hint(String client, String subject, @Nullable String sid) {}

  Optional<Hint> read(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var jwt = SignedJWT.parse(token);
      var header = jwt.getHeader();
      var key = keys.published().getKeyByKeyId(header.getKeyID());
      if (key == null
          || !JWSAlgorithm.RS256.equals(header.getAlgorithm())
          || (header.getType() != null && !"JWT".equals(header.getType().getType()))
          || !jwt.verify(new RSASSAVerifier(key.toRSAKey()))) {
        return Optional.empty();
      }
      var claims = jwt.getJWTClaimsSet();
      return issuer.equals(claims.getIssuer())
              && claims.getSubject() != null
              && claims.getAudience().size() == 1
          ? Optional.of(
              new Hint(
                  claims.getAudience().getFirst(),
                  claims.getSubject(),
                  claims.getStringClaim(LogoutClaim.SID.claim())))
          : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
