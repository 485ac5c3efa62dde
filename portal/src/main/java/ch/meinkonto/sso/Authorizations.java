package ch.meinkonto.sso;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Spring's token endpoint sees sign-ins as what it calls authorizations. */
@Component
class Authorizations implements OAuth2AuthorizationService {

  private final SignIns signIns;
  private final RegisteredApplications applications;
  private final Clock clock;

  Authorizations(SignIns signIns, RegisteredApplications applications, Clock clock) {
    this.signIns = signIns;
    this.applications = applications;
    this.clock = clock;
  }

  /** The sign-in behind what Spring holds. */
  static SignIn signIn(OAuth2Authorization authorization) {
    return Objects.requireNonNull(authorization.getAttribute(SignIn.class.getName()));
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    if (type == null) {
      var refresh = findRefresh(token);
      return refresh == null ? findAccess(token) : refresh;
    }
    return switch (type.getValue()) {
      case OAuth2ParameterNames.CODE -> findCode(token);
      case OAuth2ParameterNames.REFRESH_TOKEN -> findRefresh(token);
      case OAuth2ParameterNames.ACCESS_TOKEN -> findAccess(token);
      default -> null;
    };
  }

  /** Who shows a code a second time may have stolen it: what it yielded is taken back. */
  private @Nullable OAuth2Authorization findCode(String code) {
    var found = signIns.find(SignIns.Held.CODE, code).orElse(null);
    if (found == null) {
      return null;
    }
    if (found.codeUsed()) {
      signIns.revoke(found.id());
      return null;
    }
    var authorization = builder(found);
    return authorization == null
        ? null
        : authorization
            .token(
                new OAuth2AuthorizationCode(
                    code, before(found.codeUntil().toInstant()), found.codeUntil().toInstant()))
            .build();
  }

  private @Nullable OAuth2Authorization findRefresh(String token) {
    var found = signIns.find(SignIns.Held.REFRESH, token).orElse(null);
    var authorization = found == null ? null : builder(found);
    if (found == null || authorization == null) {
      return null;
    }
    var until = Objects.requireNonNull(found.refreshUntil()).toInstant();
    return authorization
        .refreshToken(new OAuth2RefreshToken(token, before(until), until))
        .token(signedBefore(found))
        .build();
  }

  private @Nullable OAuth2Authorization findAccess(String token) {
    var found = signIns.find(SignIns.Held.ACCESS, token).orElse(null);
    var authorization = found == null ? null : builder(found);
    if (found == null || authorization == null) {
      return null;
    }
    var until = Objects.requireNonNull(found.accessUntil()).toInstant();
    return authorization
        .accessToken(
            new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, token, before(until), until, found.scopeSet()))
        .build();
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    var id = UUID.fromString(authorization.getId());
    var code = authorization.getToken(OAuth2AuthorizationCode.class);
    var access = authorization.getAccessToken();
    var refresh = authorization.getRefreshToken();
    if (access == null || access.isInvalidated() || (refresh != null && refresh.isInvalidated())) {
      signIns.revoke(id);
    } else if (code == null) {
      signIns.renew(id, access.getToken().getTokenValue(), until(access.getToken().getExpiresAt()));
    } else if (!signIns.exchange(
        id,
        access.getToken().getTokenValue(),
        until(access.getToken().getExpiresAt()),
        refresh == null
            ? null
            : new SignIns.Refresh(
                refresh.getToken().getTokenValue(), until(refresh.getToken().getExpiresAt())))) {
      signIns.revoke(id);
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    signIns.revoke(UUID.fromString(authorization.getId()));
  }

  /** Spring asks only for what it was given by its token. */
  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return null;
  }

  private OAuth2Authorization.@Nullable Builder builder(SignIn signIn) {
    @Nullable RegisteredClient client = applications.findByClientId(signIn.client());
    if (client == null) {
      return null;
    }
    return OAuth2Authorization.withRegisteredClient(client)
        .id(signIn.id().toString())
        .principalName(signIn.accountId().toString())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizedScopes(signIn.scopeSet())
        .attribute(SignIn.class.getName(), signIn)
        .attribute(
            Principal.class.getName(),
            UsernamePasswordAuthenticationToken.authenticated(
                signIn.accountId().toString(), null, List.of()))
        .attribute(OAuth2AuthorizationRequest.class.getName(), request(signIn));
  }

  private static OAuth2AuthorizationRequest request(SignIn signIn) {
    var more = new HashMap<String, Object>();
    more.put(PkceParameterNames.CODE_CHALLENGE, signIn.challenge());
    more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
    if (signIn.nonce() != null) {
      more.put(OidcParameterNames.NONCE, signIn.nonce());
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(SsoPaths.AUTHORIZE)
        .clientId(signIn.client())
        .redirectUri(signIn.redirectUri())
        .scopes(signIn.scopeSet())
        .additionalParameters(more)
        .build();
  }

  /** With a refresh token Spring takes session and time from the ID token before; none is kept. */
  private OidcIdToken signedBefore(SignIn signIn) {
    var now = clock.instant();
    return new OidcIdToken(
        "-",
        now,
        now.plusSeconds(1),
        Map.of(
            "sub",
            signIn.accountId().toString(),
            LogoutClaim.SID.claim(),
            signIn.sid(),
            "auth_time",
            Date.from(signIn.provedAt().toInstant())));
  }

  /** When something was issued nobody asks any more; only that it was before its end. */
  private static Instant before(Instant end) {
    return end.minusSeconds(1);
  }

  private static Instant until(@Nullable Instant expiresAt) {
    return Objects.requireNonNull(expiresAt);
  }
}
