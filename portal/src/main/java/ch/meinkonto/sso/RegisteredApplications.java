package ch.meinkonto.sso;

import ch.meinkonto.directory.CityFolder;
import ch.meinkonto.directory.UnitKeys;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The applications as the city's folder names them now. */
@Component
class RegisteredApplications implements RegisteredClientRepository {

  static final Duration ACCESS = Duration.ofMinutes(10);
  static final Duration REFRESH = Duration.ofDays(30);

  private final CityFolder city;
  private final UnitKeys unitKeys;

  RegisteredApplications(CityFolder city, UnitKeys unitKeys) {
    this.city = city;
    this.unitKeys = unitKeys;
  }

  Optional<Application> find(String id) {
    return city.get(Applications.class).find(id);
  }

  /** By what an application signs who it is: keys of its own, or its unit's. */
  Optional<JWKSet> keys(String id) {
    return find(id)
        .flatMap(application ->
            application.keys() == null
                ? unitKeys.keys(application.unit())
                : Optional.of(application.keys()));
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return find(clientId).map(RegisteredApplications::client).orElse(null);
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("Applications are registered in the city's folder");
  }

  private static RegisteredClient client(Application application) {
    var client =
        RegisteredClient.withId(application.id())
            .clientId(application.id())
            .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUris(
                uris -> application.redirectUris().stream().map(URI::toString).forEach(uris::add))
            .scope(OidcScopes.OPENID)
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
                    .build())
            .tokenSettings(
                TokenSettings.builder()
                    .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                    .accessTokenTimeToLive(ACCESS)
                    .refreshTokenTimeToLive(REFRESH)
                    .build());
    application.details().forEach(detail -> client.scope(detail.scope()));
    if (application.details().contains(Detail.OFFLINE)) {
      client.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
    }
    return client.build();
  }
}
