package ch.meinkonto.simulator.application;

import ch.meinkonto.unit.UnitKeys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;

/** An application's side of OpenID Connect, on Nimbus' library. */
final class RelyingParty {

  private final Application application;
  private final ClientID client;
  private final JWK key;
  private final OIDCProviderMetadata provider;
  private final URI home;

  /** Learns from the portal what it must know. */
  RelyingParty(Application application, UnitKeys keys, URI portal, URI self)
      throws IOException, GeneralException {
    this.application = application;
    this.client = new ClientID(application.id());
    this.key =
        keys.privateJwks().getKeys().stream()
            .filter(candidate -> KeyUse.SIGNATURE.equals(candidate.getKeyUse()))
            .findFirst()
            .orElseThrow();
    this.provider = OIDCProviderMetadata.resolve(new Issuer(portal));
    this.home = self.resolve(application.path());
  }

  /** Why somebody could not sign in. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }

    Refused(Exception cause) {
      super(cause);
    }
  }

  SignIn begin() throws Refused {
    var state = new State();
    var nonce = new Nonce();
    var verifier = new CodeVerifier();
    var request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, Scope.parse(application.scopes()), client, back())
            .endpointURI(provider.getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build();
    var address = application.pushes() ? pushed(request).toURI() : request.toURI();
    return new SignIn(address, state, nonce, verifier);
  }

  private AuthorizationRequest pushed(AuthenticationRequest request) throws Refused {
    var endpoint = provider.getPushedAuthorizationRequestEndpointURI();
    try {
      var answer =
          PushedAuthorizationResponse.parse(
              new PushedAuthorizationRequest(endpoint, signature(endpoint), request)
                  .toHTTPRequest()
                  .send());
      if (!answer.indicatesSuccess()) {
        throw new Refused(answer.toErrorResponse().getErrorObject().getCode());
      }
      return new AuthorizationRequest.Builder(answer.toSuccessResponse().getRequestURI(), client)
          .endpointURI(provider.getAuthorizationEndpointURI())
          .build();
    } catch (ParseException | JOSEException | IOException e) {
      throw new Refused(e);
    }
  }

  Guest end(SignIn begun, URI answered) throws Refused {
    try {
      var answer = AuthenticationResponseParser.parse(answered);
      if (!begun.state().equals(answer.getState())) {
        throw new Refused("state");
      }
      if (!answer.indicatesSuccess()) {
        throw new Refused(answer.toErrorResponse().getErrorObject().getCode());
      }
      var code = answer.toSuccessResponse().getAuthorizationCode();
      var grant = new AuthorizationCodeGrant(code, back(), begun.verifier());
      return guest(tokens(grant), begun.nonce());
    } catch (ParseException | JOSEException | BadJOSEException | IOException e) {
      throw new Refused(e);
    }
  }

  private OIDCTokens tokens(AuthorizationCodeGrant grant)
      throws ParseException, JOSEException, IOException, Refused {
    var endpoint = provider.getTokenEndpointURI();
    var answer =
        OIDCTokenResponseParser.parse(
            new TokenRequest.Builder(endpoint, signature(endpoint), grant)
                .build()
                .toHTTPRequest()
                .send());
    if (!answer.indicatesSuccess()) {
      throw new Refused(answer.toErrorResponse().getErrorObject().getCode());
    }
    return (OIDCTokens) answer.toSuccessResponse().getTokens();
  }

  private PrivateKeyJWT signature(URI endpoint) throws JOSEException {
    return new PrivateKeyJWT(
        client, endpoint, JWSAlgorithm.ES256, key.toECKey().toPrivateKey(), key.getKeyID(), null);
  }

  private Guest guest(OIDCTokens tokens, Nonce nonce)
      throws ParseException, JOSEException, BadJOSEException, IOException, Refused {
    var said =
        new IDTokenValidator(
                provider.getIssuer(), client, JWSAlgorithm.RS256, provider.getJWKSetURI().toURL())
            .validate(tokens.getIDToken(), nonce);
    var answer =
        UserInfoResponse.parse(
            new UserInfoRequest(
                    provider.getUserInfoEndpointURI(),
                    new BearerAccessToken(tokens.getAccessToken().getValue()))
                .toHTTPRequest()
                .send());
    if (!answer.indicatesSuccess()) {
      throw new Refused("userinfo");
    }
    var claims = new HashMap<String, String>();
    answer
        .toSuccessResponse()
        .getUserInfo()
        .toJWTClaimsSet()
        .getClaims()
        .forEach((name, value) -> claims.put(name, String.valueOf(value)));
    claims.put("acr", said.getACR().getValue());
    claims.put("amr", String.valueOf(said.getAMR()));
    return new Guest(tokens.getIDTokenString(), String.valueOf(said.getSessionID()), claims);
  }

  /** Where somebody goes to log out everywhere, and comes back from. */
  URI logout(Guest guest) throws Refused {
    try {
      return new LogoutRequest(
              provider.getEndSessionEndpointURI(), JWTParser.parse(guest.idToken()), home, null)
          .toURI();
    } catch (java.text.ParseException e) {
      throw new Refused(e);
    }
  }

  /** The session that ended, as the portal says. */
  String ended(String logoutToken) throws Refused {
    try {
      var said =
          new LogoutTokenValidator(
                  provider.getIssuer(), client, JWSAlgorithm.RS256, provider.getJWKSetURI().toURL())
              .validate(JWTParser.parse(logoutToken));
      return String.valueOf(said.getSessionID());
    } catch (java.text.ParseException | JOSEException | BadJOSEException | IOException e) {
      throw new Refused(e);
    }
  }

  private URI back() {
    return home.resolve("zurueck");
  }
}
