package ch.meinkonto.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.unit.UnitKeys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A unit's application, on Nimbus' OpenID Connect library. */
final class RelyingParty {

  private static final Map<String, UnitKeys> KEYS = new HashMap<>();

  private final String client;
  private final ECKey key;
  private String redirectUri;
  private final OIDCProviderMetadata provider;
  private final CodeVerifier verifier = new CodeVerifier();
  private final Nonce nonce = new Nonce();

  /** The application, which signs with its unit's keys. */
  RelyingParty(String client, String unit) {
    this.client = client;
    this.redirectUri = "http://localhost:4711/anwendungen/" + client + "/zurueck";
    this.key = key(unit);
    try {
      this.provider = OIDCProviderMetadata.resolve(new Issuer(issuer()));
    } catch (IOException | com.nimbusds.oauth2.sdk.GeneralException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same, running at this port. */
  RelyingParty at(int port) {
    redirectUri = "http://localhost:" + port + "/anwendungen/" + client + "/zurueck";
    return this;
  }

  static URI issuer() {
    return LongTime.portal().address();
  }

  String redirectUri() {
    return redirectUri;
  }

  Nonce nonce() {
    return nonce;
  }

  OIDCProviderMetadata provider() {
    return provider;
  }

  ECKey key() {
    return key;
  }

  /** A request as it should be. */
  Map<String, String> request(String scope) {
    var request = new LinkedHashMap<String, String>();
    request.put("client_id", client);
    request.put("redirect_uri", redirectUri);
    request.put("response_type", "code");
    request.put("scope", scope);
    request.put("state", "s & t=1");
    request.put("nonce", nonce.getValue());
    request.put(
        "code_challenge", CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
    request.put("code_challenge_method", "S256");
    return request;
  }

  /** What a browser brings instead, after the application has pushed the request ahead. */
  Map<String, String> pushed(Map<String, String> request) {
    var fields = new HashMap<>(request);
    fields.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    fields.put(
        "client_assertion",
        assertion(new JWTID(), issuer().toString(), Duration.ofMinutes(1))
            .getClientAssertion()
            .serialize());
    var answer = new Browser(issuer().getPort()).postRaw(SsoPaths.PUSHED, form(fields));
    if (answer.status() != 201) {
      throw new AssertionError(answer);
    }
    var requestUri = answer.body().replaceAll("(?s).*\"request_uri\":\"([^\"]+)\".*", "$1");
    return Map.of("client_id", client, "request_uri", requestUri);
  }

  static String address(Map<String, String> request) {
    return SsoPaths.AUTHORIZE + "?" + form(request);
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            URLEncoder.encode(field.getKey(), UTF_8)
                + "="
                + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Opens an address and goes on as a browser does, up to a page or to the application. */
  static Browser.Answer follow(Browser browser, String address) {
    var answer = browser.get(address);
    while (answer.location().startsWith("/")) {
      answer = browser.get(answer.location());
    }
    return answer;
  }

  /** What the application is sent, if this answer leads to it. */
  Map<String, String> sent(Browser.Answer answer) {
    var to =
        Optional.of(answer.location())
            .filter(location -> !location.isEmpty())
            .or(() ->
                Optional.ofNullable(answer.headers().get("refresh"))
                    .map(values -> values.getFirst().replaceFirst("^0; url=", "")))
            .orElse("");
    if (!to.startsWith(redirectUri + "?")) {
      throw new AssertionError("Leads not to the application: " + answer.status() + " " + to);
    }
    return parameters(URI.create(to));
  }

  static Map<String, String> parameters(URI address) {
    var parameters = new HashMap<String, String>();
    for (var pair : address.getRawQuery().split("&")) {
      var at = pair.indexOf('=');
      parameters.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), UTF_8));
    }
    return parameters;
  }

  /** Signs in somebody who agrees to everything. */
  OIDCTokens signIn(Browser browser, Map<String, String> request) {
    return tokens(exchange(code(browser, request)));
  }

  String code(Browser browser, Map<String, String> request) {
    var answer = follow(browser, address(request));
    if (answer.body().contains("name=\"request_uri\"")) {
      answer = agree(browser, answer, "yes");
    }
    return codeOf(sent(answer));
  }

  static String codeOf(Map<String, String> sent) {
    return Objects.requireNonNull(sent.get("code"), sent::toString);
  }

  /** Answers the consent page. */
  static Browser.Answer agree(Browser browser, Browser.Answer page, String decision) {
    var answer =
        browser.post(
            SsoPaths.CONSENT,
            hidden(page, "_csrf"),
            Map.of(
                "client_id", hidden(page, "client_id"),
                "request_uri", hidden(page, "request_uri"),
                "decision", decision));
    return answer.location().startsWith("/") ? follow(browser, answer.location()) : answer;
  }

  static String hidden(Browser.Answer page, String name) {
    var field = page.body().split("name=\"" + name + "\" value=\"", 2);
    return field[1].substring(0, field[1].indexOf('"'));
  }

  TokenResponse exchange(String code) {
    return exchange(code, verifier);
  }

  TokenResponse exchange(String code, CodeVerifier otherVerifier) {
    return send(
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), URI.create(redirectUri), otherVerifier));
  }

  TokenResponse refresh(RefreshToken token) {
    return send(new RefreshTokenGrant(token));
  }

  private TokenResponse send(AuthorizationGrant grant) {
    return send(grant, assertion(new JWTID(), issuer().toString(), Duration.ofMinutes(1)));
  }

  TokenResponse send(AuthorizationGrant grant, PrivateKeyJWT assertion) {
    try {
      return OIDCTokenResponseParser.parse(
          new TokenRequest.Builder(provider.getTokenEndpointURI(), assertion, grant)
              .build()
              .toHTTPRequest()
              .send());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  AuthorizationCodeGrant grant(String code) {
    return new AuthorizationCodeGrant(
        new AuthorizationCode(code), URI.create(redirectUri), verifier);
  }

  PrivateKeyJWT assertion(JWTID id, String audience, Duration life) {
    var now = LongTime.clock().instant();
    try {
      return new PrivateKeyJWT(
          new JWTAuthenticationClaimsSet(
              new ClientID(client),
              new Audience(audience).toSingleAudienceList(),
              Date.from(now.plus(life)),
              null,
              null, // as many libraries leave it out
              id),
          JWSAlgorithm.ES256,
          key.toPrivateKey(),
          key.getKeyID(),
          null);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static OIDCTokens tokens(TokenResponse response) {
    if (!response.indicatesSuccess()) {
      throw new AssertionError(response.toErrorResponse().getErrorObject());
    }
    return (OIDCTokens) response.toSuccessResponse().getTokens();
  }

  /** Verifies the ID token as an application does. */
  IDTokenClaimsSet verified(OIDCTokens tokens) {
    try {
      var validator =
          new IDTokenValidator(
              new Issuer(issuer()),
              new ClientID(client),
              JWSAlgorithm.RS256,
              JWKSet.load(provider.getJWKSetURI().toURL()));
      validator.setMaxClockSkew((int) LongTime.clock().lead().toSeconds() + 60);
      return validator.validate(tokens.getIDToken(), nonce);
    } catch (BadJOSEException | JOSEException | IOException | java.text.ParseException e) {
      throw new AssertionError(e);
    }
  }

  UserInfoResponse userInfo(OIDCTokens tokens) {
    try {
      return UserInfoResponse.parse(
          new UserInfoRequest(
                  provider.getUserInfoEndpointURI(),
                  new BearerAccessToken(tokens.getAccessToken().getValue()))
              .toHTTPRequest()
              .send());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey key(String unit) {
    var keys =
        KEYS.computeIfAbsent(
            unit,
            id -> {
              var made = UnitKeys.generate(id);
              try {
                made.writePublic(
                    LongTime.bean(PortalSettings.class).unitKeysDir().resolve(id + ".jwks.json"));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              return made;
            });
    return keys.privateJwks().getKeys().stream()
        .filter(key -> KeyUse.SIGNATURE.equals(key.getKeyUse()))
        .findFirst()
        .orElseThrow()
        .toECKey();
  }
}
