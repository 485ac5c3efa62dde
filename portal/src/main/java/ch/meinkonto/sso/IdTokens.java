package ch.meinkonto.sso;

import ch.meinkonto.account.Accounts;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** What an ID token says (OpenID Connect Core §2): under which name, how surely, since when. */
@Component
class IdTokens implements OAuth2TokenCustomizer<JwtEncodingContext> {

  static final Duration LIFE = Duration.ofMinutes(10);

  private final Accounts accounts;
  private final RegisteredApplications applications;
  private final OpenIdKeys keys;
  private final Clock clock;

  IdTokens(Accounts accounts, RegisteredApplications applications, OpenIdKeys keys, Clock clock) {
    this.accounts = accounts;
    this.applications = applications;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    var authorization = context.getAuthorization();
    if (authorization == null) {
      return;
    }
    var signIn = Authorizations.signIn(authorization);
    var account = accounts.find(signIn.account()).orElseThrow(IdTokens::gone);
    var application = applications.find(signIn.client()).orElseThrow(IdTokens::gone);
    context.getJwsHeader().keyId(keys.current().getKeyID());
    context
        .getClaims()
        .claims(claims -> claims.putAll(PersonClaims.of(account, signIn.idTokenClaims())))
        .subject(accounts.subjectFor(account.id(), application.unit().value()))
        .expiresAt(clock.instant().plus(LIFE))
        .claim("auth_time", signIn.provedAt().toEpochSecond())
        .claim("acr", signIn.acr())
        .claim("amr", signIn.methods())
        .claims(claims -> {
          if (signIn.sid().isEmpty()) {
            claims.remove(LogoutClaim.SID.claim());
          } else {
            claims.put(LogoutClaim.SID.claim(), signIn.sid());
          }
        });
  }

  private static OAuth2AuthenticationException gone() {
    return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
  }
}
