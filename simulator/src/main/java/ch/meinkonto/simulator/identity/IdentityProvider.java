package ch.meinkonto.simulator.identity;

import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.ClientAssertion;
import ch.meinkonto.simulator.SimulatorSettings;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Gives the portal, and nobody else, an ID token for each code, once. */
@Component
class IdentityProvider {

  static final String PATH = "/bundes-login";

  private static final Duration LIFE = Duration.ofMinutes(2);

  private final SimulatorSettings settings;
  private final ECKey key;
  private final Map<String, Login> logins = new ConcurrentHashMap<>();

  IdentityProvider(SimulatorSettings settings) throws JOSEException {
    this.settings = settings;
    this.key =
        new ECKeyGenerator(Curve.P_256)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.ES256)
            .keyIDFromThumbprint(true)
            .generate();
  }

  /** Somebody logged in here, on this request of the portal. */
  record Login(Map<String, String> request, Person person, Way way, Fault fault, Instant at) {}

  String issuer() {
    return settings.self() + PATH;
  }

  JWKSet keys() {
    return new JWKSet(key.toPublicJWK());
  }

  /** Keeps a login; returns its code. */
  String keep(Login login) {
    logins.values().removeIf(old -> old.at().plus(LIFE).isBefore(Instant.now()));
    var code = new State().getValue();
    logins.put(code, login);
    return code;
  }

  /** Whether it is to fail now, as somebody chose. */
  boolean silent(Map<String, String> sent) {
    var login = logins.get(sent.getOrDefault("code", ""));
    return login != null && login.fault() == Fault.SILENT;
  }

  /** The ID token for a code; empty when whoever asks has no right to it. */
  Optional<String> token(Map<String, String> sent) throws IOException, ParseException {
    var login = logins.remove(sent.getOrDefault("code", ""));
    return login != null && proves(sent, login) && signs(sent)
        ? Optional.of(signed(claims(login)))
        : Optional.empty();
  }

  private static boolean proves(Map<String, String> sent, Login login) {
    var verifier = sent.getOrDefault("code_verifier", "");
    return verifier.length() >= CodeVerifier.MIN_LENGTH
        && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
            .getValue()
            .equals(login.request().get("code_challenge"))
        && sent.getOrDefault("redirect_uri", "").equals(login.request().get("redirect_uri"));
  }

  private boolean signs(Map<String, String> sent) throws IOException, ParseException {
    var keys = JWKSet.load(settings.portal().resolve("/.well-known/jwks.json").toURL());
    return ClientAssertion.verify(
            sent.getOrDefault("client_assertion", ""),
            keys,
            sent.getOrDefault("client_id", ""),
            Set.of(issuer(), issuer() + "/token"),
            Instant.now())
        instanceof Checked.Valid<ClientAssertion>;
  }

  private JWTClaimsSet claims(Login login) {
    var now = Instant.now();
    var client = login.request().getOrDefault("client_id", "");
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject(login.person().subject())
            .audience(client)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .claim("auth_time", login.at().getEpochSecond())
            .claim("nonce", login.request().get("nonce"))
            .claim("acr", login.way().acr());
    return switch (login.fault()) {
      case NONE, SILENT -> claims.build();
      case NONCE -> claims.claim("nonce", new State().getValue()).build();
      case AUDIENCE -> claims.audience("jemand-anders").build();
      case EXPIRED -> claims.expirationTime(Date.from(now.minus(Duration.ofDays(1)))).build();
      case NO_TIME -> claims.claim("auth_time", null).build();
    };
  }

  private String signed(JWTClaimsSet claims) {
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the portal wants people back, if it is the portal that sent them. */
  Optional<URI> back(Map<String, String> request) {
    return Optional.of(URI.create(request.getOrDefault("redirect_uri", "/")))
        .filter(uri -> uri.toString().startsWith(settings.portal() + "/anmelden/"));
  }
}
