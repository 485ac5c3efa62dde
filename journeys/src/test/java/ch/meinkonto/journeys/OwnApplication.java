package ch.meinkonto.journeys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/**
 * An application of a unit that is not the example city's, with a key of its own.
 *
 * @param back where people come back to, below its address
 * @param ended where it hears that a session ended
 * @param pushed whether it must push its requests ahead
 */
record OwnApplication(String id, String unit, ECKey key, String back, String ended, String pushed) {

  static final OwnApplication CLASS_LIST =
      of("klassenliste", "schulamt", "/zurueck", "/abgemeldet", "required");

  static final OwnApplication ORCHESTRA =
      of("orchester", "musikschule", SpringRelyingParty.BACK, SpringRelyingParty.ENDED, "optional");

  private static OwnApplication of(
      String id, String unit, String back, String ended, String pushed) {
    try {
      var key = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).keyID(id).generate();
      return new OwnApplication(id, unit, key, back, ended, pushed);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands of it in {@code sso.yaml}. */
  String entry() {
    return """

      - id: %s
        unit: %s
        name: %s
        purpose: damit eine Prüfung zeigt, dass man sich anmelden kann.
        redirect-uris: [ "http://localhost%s" ]
        post-logout-redirect-uris: [ "http://localhost/" ]
        back-channel-logout-uri: "http://localhost%s"
        jwks: %s
        pushed-requests: %s
        scopes: [ profile, email, offline_access ]
    """
        .formatted(id, unit, id, back, ended, new JWKSet(key.toPublicJWK()), pushed);
  }
}
