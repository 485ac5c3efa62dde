package ch.meinkonto.sso;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.ProgramDoor;
import ch.meinkonto.platform.web.Refusals;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenRevocationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2RefreshTokenAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationConverter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * The applications' own door: no session, no cookie, a signature with each call. Made of the parts
 * of Spring's authorization server that are wanted, and of no others: each grant that is not here
 * is one that nobody can misuse.
 */
@Configuration(proxyBeanMethods = false)
class TokenEndpointSecurity {

  @Bean
  @Order(20)
  SecurityFilterChain tokenEndpoint(
      HttpSecurity http,
      RegisteredApplications applications,
      Authorizations authorizations,
      ClientAssertions assertions,
      OAuth2TokenGenerator<OAuth2Token> generator,
      PortalSettings settings,
      Refusals refusals) {
    var clients = new JwtClientAssertionAuthenticationProvider(applications, authorizations);
    clients.setJwtDecoderFactory(assertions);
    var providers =
        new ProviderManager(
            clients,
            new OAuth2AuthorizationCodeAuthenticationProvider(authorizations, generator),
            new OAuth2RefreshTokenAuthenticationProvider(authorizations, generator),
            new OAuth2TokenRevocationAuthenticationProvider(authorizations));
    var authentication =
        new OAuth2ClientAuthenticationFilter(providers, AnyRequestMatcher.INSTANCE);
    authentication.setAuthenticationConverter(new AssertionConverter());
    var tokens = new OAuth2TokenEndpointFilter(providers, SsoPaths.TOKEN);
    tokens.setAuthenticationConverter(
        new DelegatingAuthenticationConverter(
            List.of(
                new OAuth2AuthorizationCodeAuthenticationConverter(),
                new OAuth2RefreshTokenAuthenticationConverter())));
    return ProgramDoor.at(
            http, refusals, "single sign-on", SsoPaths.TOKEN, SsoPaths.REVOKE, SsoPaths.PUSHED)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .addFilterBefore(new IssuerContext(settings(settings)), AuthorizationFilter.class)
        .addFilterBefore(authentication, AuthorizationFilter.class)
        .addFilterAfter(tokens, AuthorizationFilter.class)
        .addFilterAfter(
            new OAuth2TokenRevocationEndpointFilter(providers, SsoPaths.REVOKE),
            AuthorizationFilter.class)
        .build();
  }

  @Bean
  OAuth2TokenGenerator<OAuth2Token> tokenGenerator(
      OpenIdKeys keys, IdTokens idTokens, Clock clock) {
    JWKSource<SecurityContext> source =
        (selector, _) -> selector.select(new JWKSet(keys.current()));
    var jwts = new JwtGenerator(new NimbusJwtEncoder(source));
    jwts.setJwtCustomizer(idTokens);
    jwts.setClock(clock);
    var access = new OAuth2AccessTokenGenerator();
    access.setClock(clock);
    var refresh = new OAuth2RefreshTokenGenerator();
    refresh.setClock(clock);
    return new DelegatingOAuth2TokenGenerator(
        jwts,
        access,
        context ->
            OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())
                    && context.getAuthorizedScopes().contains(Detail.OFFLINE.scope())
                ? refresh.generate(context)
                : null);
  }

  private static AuthorizationServerSettings settings(PortalSettings settings) {
    return AuthorizationServerSettings.builder()
        .issuer(settings.baseUrl().toString())
        .authorizationEndpoint(SsoPaths.AUTHORIZE)
        .tokenEndpoint(SsoPaths.TOKEN)
        .tokenRevocationEndpoint(SsoPaths.REVOKE)
        .jwkSetEndpoint(SsoPaths.KEYS)
        .oidcUserInfoEndpoint(SsoPaths.USER_INFO)
        .oidcLogoutEndpoint(SsoPaths.LOGOUT)
        .build();
  }
}
