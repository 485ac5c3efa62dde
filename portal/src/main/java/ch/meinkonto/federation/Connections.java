package ch.meinkonto.federation;

import ch.meinkonto.platform.OutgoingHttp;
import ch.meinkonto.platform.PortalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * What the portal knows of each provider: where its endpoints are and how it signs, as it says
 * itself (OpenID Connect Discovery 1.0), asked again every hour. Follows no redirect and waits for
 * nobody longer than a few seconds.
 */
@Component
class Connections {

  static final Duration KNOWN = Duration.ofHours(1);
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final ParameterizedTypeReference<Map<String, Object>> JSON =
      new ParameterizedTypeReference<>() {};

  private final PortalSettings settings;
  private final String secrets;
  private final Clock clock;
  private final JdkClientHttpRequestFactory http = http();
  private final RestClient client = RestClient.builder().requestFactory(http).build();
  private final Map<Provider, Connection> known = new ConcurrentHashMap<>();

  Connections(
      PortalSettings settings,
      @Value("${meinkonto.federation.secrets-dir}") String secrets,
      Clock clock) {
    this.settings = settings;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * A provider that has answered.
   *
   * @param authorize where people are sent
   * @param back where it sends them back to
   * @param decoder believes what it signed for this portal, and nothing else (OpenID Connect Core,
   *     section 3.1.3.7), but for nonce, time of login and class, which it does not look at
   * @param namesItself whether it says in its answers who it is (RFC 9207)
   */
  record Connection(
      ClientRegistration registration,
      String authorize,
      String back,
      JwtDecoder decoder,
      boolean namesItself,
      Instant since) {}

  /** What is known of it; asks it when that is too long ago. */
  Connection to(Provider provider) throws Unreachable {
    var connection = known.get(provider);
    if (connection == null || connection.since().plus(KNOWN).isBefore(clock.instant())) {
      connection = ask(provider);
      known.keySet().removeIf(old -> old.id().equals(provider.id()));
      known.put(provider, connection);
    }
    return connection;
  }

  /** Sends and receives as this class does. */
  JdkClientHttpRequestFactory requests() {
    return http;
  }

  private Connection ask(Provider provider) throws Unreachable {
    try {
      var issuer = provider.issuer().toString();
      var said = client.get().uri(issuer + DISCOVERY).retrieve().body(JSON);
      if (said == null || !issuer.equals(said.get("issuer"))) {
        throw new IllegalArgumentException("It calls itself otherwise");
      }
      var registration = registration(provider, said);
      var endpoints = registration.getProviderDetails();
      return new Connection(
          registration,
          given(endpoints.getAuthorizationUri()),
          back(provider),
          decoder(registration, given(endpoints.getJwkSetUri()), algorithms(said)),
          Boolean.TRUE.equals(said.get("authorization_response_iss_parameter_supported")),
          clock.instant());
    } catch (RestClientException | IllegalArgumentException | IOException e) {
      throw new Unreachable(provider.id(), e);
    }
  }

  private ClientRegistration registration(Provider provider, Map<String, Object> said)
      throws IOException {
    var registration =
        ClientRegistrations.fromOidcConfiguration(said)
            .registrationId(provider.id())
            .clientId(provider.clientId())
            .scope(OidcScopes.OPENID)
            .redirectUri(back(provider));
    return switch (provider.authentication()) {
      case PRIVATE_KEY_JWT ->
          registration
              .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
              .build();
      case CLIENT_SECRET ->
          registration
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .clientSecret(Files.readString(Path.of(secrets).resolve(provider.id())).strip())
              .build();
    };
  }

  private JwtDecoder decoder(
      ClientRegistration registration, String keys, Set<SignatureAlgorithm> algorithms) {
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(keys)
            .jwsAlgorithms(all -> all.addAll(algorithms))
            .restOperations(new RestTemplate(http))
            .build();
    var validator = new OidcIdTokenValidator(registration);
    validator.setClock(clock);
    decoder.setJwtValidator(validator);
    return decoder;
  }

  private String back(Provider provider) {
    return settings.url(OutsidePages.back(provider.id())).toString();
  }

  private static String given(@Nullable String said) {
    if (said == null) {
      throw new IllegalArgumentException("It does not say all that the standard asks for");
    }
    return said;
  }

  /** Those of public keys that it signs with; a shared secret or none proves nothing. */
  private static Set<SignatureAlgorithm> algorithms(Map<String, Object> said) {
    var names =
        said.get("id_token_signing_alg_values_supported") instanceof Collection<?> some
            ? some
            : List.of();
    var algorithms =
        Arrays.stream(SignatureAlgorithm.values())
            .filter(algorithm -> names.contains(algorithm.getName()))
            .collect(Collectors.toSet());
    if (algorithms.isEmpty()) {
      throw new IllegalArgumentException("It signs in no way that we can verify");
    }
    return algorithms;
  }

  private static JdkClientHttpRequestFactory http() {
    var factory = new JdkClientHttpRequestFactory(OutgoingHttp.client(PATIENCE).build());
    factory.setReadTimeout(PATIENCE);
    return factory;
  }
}
