package ch.meinkonto.federation;

import ch.meinkonto.federation.Connections.Connection;
import ch.meinkonto.platform.crypto.SigningKeys;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Exchanges a code for an ID token, over Spring Security's client. */
@Component
class CodeExchange {

  private final RestClientAuthorizationCodeTokenResponseClient client =
      new RestClientAuthorizationCodeTokenResponseClient();

  CodeExchange(SigningKeys keys, Connections connections) {
    client.setRestClient(
        RestClient.builder()
            .requestFactory(connections.requests())
            .configureMessageConverters(converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .defaultStatusHandler(
                HttpStatusCode::is5xxServerError,
                (_, answer) -> {
                  throw new RestClientException("It answers " + answer.getStatusCode());
                })
            .build());
    client.addParametersConverter(
        new NimbusJwtClientAuthenticationParametersConverter<>(registration -> keys.client()));
  }

  /**
   * The ID token, not looked at yet.
   *
   * @throws OAuth2AuthorizationException when the provider gives none for it
   */
  String idToken(Connection connection, String code, String verifier) {
    var registration = connection.registration();
    var asked =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(connection.authorize())
            .clientId(registration.getClientId())
            .redirectUri(connection.back())
            .attributes(Map.of(PkceParameterNames.CODE_VERIFIER, verifier))
            .build();
    var answered = OAuth2AuthorizationResponse.success(code).redirectUri(connection.back()).build();
    var tokens =
        client.getTokenResponse(
            new OAuth2AuthorizationCodeGrantRequest(
                registration, new OAuth2AuthorizationExchange(asked, answered)));
    var idToken = tokens.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
    if (idToken instanceof String text) {
      return text;
    }
    throw new OAuth2AuthorizationException(new OAuth2Error("no_id_token"));
  }
}
