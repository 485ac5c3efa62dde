package ch.meinkonto.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.contract.Checked.Flaw;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A technician hands in the first keys of a unit, and later others. */
class RegistrationTest {

  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final String PORTAL = "https://konto.example";
  private static final ECKey SIGNS = Keys.ecSigning("s-1");
  private static final Registration FIRST = registration(SIGNS);

  private static Registration registration(ECKey signs) {
    return new Registration(
        "gaertnerei",
        new JWKSet(List.<JWK>of(signs, Keys.ecSealing("e-1"))).toPublicJWKSet(),
        "technik@gaertnerei.example",
        URI.create("https://gaertnerei.example/konto"),
        signs.getKeyID());
  }

  @Test
  void saysWhatWasSignedAndFitsItsSchema() throws Exception {
    String signed = FIRST.sign(PORTAL, NOW, SIGNS);

    assertThat(Registration.verify(signed, PORTAL, NOW))
        .isInstanceOfSatisfying(
            Valid.class,
            valid -> {
              Registration read = (Registration) valid.value();
              assertThat(read.unit()).isEqualTo("gaertnerei");
              assertThat(read.keys().toString(true)).isEqualTo(FIRST.keys().toString(true));
              assertThat(read.contact()).isEqualTo(FIRST.contact());
              assertThat(read.push()).isEqualTo(FIRST.push());
              assertThat(read.fingerprint()).isEqualTo(Fingerprint.of(SIGNS));
            });
    assertThat(
            Files.flaws(
                "registration",
                Json.mapper().readTree(JWSObject.parse(signed).getPayload().toString())))
        .isEmpty();
  }

  @Test
  void holdsForThisPortalAndMomentOnly() {
    String signed = FIRST.sign(PORTAL, NOW, SIGNS);
    assertThat(Registration.verify(signed, "https://other.example", NOW))
        .isEqualTo(new Invalid<>(Flaw.WRONG_AUDIENCE));
    for (Duration away : List.of(Duration.ofMinutes(6), Duration.ofMinutes(-2))) {
      assertThat(Registration.verify(signed, PORTAL, NOW.plus(away)))
          .isEqualTo(new Invalid<>(Flaw.WRONG_TIME));
    }
  }

  @Test
  void isBelievedFromNobodyWhoLacksThePrivateKey() {
    ECKey forger = new ECKey.Builder(Keys.ecSigning("x")).keyID("s-1").build();
    assertThat(Registration.verify(FIRST.sign(PORTAL, NOW, forger), PORTAL, NOW))
        .isEqualTo(new Invalid<>(Flaw.WRONG_SIGNATURE));
    assertThat(Registration.verify(FIRST.sign(PORTAL, NOW, Keys.ecSigning("y")), PORTAL, NOW))
        .isEqualTo(new Invalid<>(Flaw.UNKNOWN_KEY));
    String opens = FIRST.sign(PORTAL, NOW, new ECKey.Builder(SIGNS).keyID("e-1").build());
    assertThat(Registration.verify(opens, PORTAL, NOW)).isEqualTo(new Invalid<>(Flaw.UNKNOWN_KEY));
  }

  @Test
  void isNotReadWhenItIsNone() {
    for (String none : List.of("", "a.b.c", "x".repeat(100), "e30.e30.e30")) {
      assertThat(Registration.verify(none, PORTAL, NOW)).isInstanceOf(Invalid.class);
      assertThat(Rotation.registrationIn(none)).isEmpty();
    }
    assertThat(Registration.verify("x".repeat(40_000), PORTAL, NOW))
        .isEqualTo(new Invalid<>(Flaw.TOO_LARGE));
    String assertion = ClientAssertion.sign("gaertnerei", PORTAL, NOW, SIGNS);
    assertThat(Registration.verify(assertion, PORTAL, NOW))
        .isEqualTo(new Invalid<>(Flaw.WRONG_TYPE));
  }

  @Test
  void aRotationIsSignedByAKeyThatCounts() {
    ECKey next = Keys.ecSigning("s-2");
    String inner = registration(next).sign(PORTAL, NOW, next);
    String outer = Rotation.sign(inner, SIGNS);

    assertThat(Rotation.registrationIn(outer)).contains(inner);
    assertThat(Rotation.registrationIn(inner)).isEmpty();
    assertThat(Rotation.verify(outer, FIRST.keys())).isEqualTo(new Valid<>(inner));
    assertThat(Rotation.verify(Rotation.sign(inner, next), FIRST.keys()))
        .isEqualTo(new Invalid<>(Flaw.UNKNOWN_KEY));
  }

  @Test
  void aFingerprintIsReadInGroupsAndFollowsTheKeyOnly() throws Exception {
    ECKey renamed = new ECKey.Builder(SIGNS).keyID("other").build();
    assertThat(Fingerprint.of(SIGNS).value()).matches("[0-9]{5}( [0-9]{5}){7}");
    assertThat(Fingerprint.of(renamed.toPublicJWK())).isEqualTo(Fingerprint.of(SIGNS));
    assertThat(Fingerprint.of(Keys.ecSigning("s-1"))).isNotEqualTo(Fingerprint.of(SIGNS));
    assertThatThrownBy(() -> new Fingerprint("12345")).isInstanceOf(IllegalArgumentException.class);
    // RFC 7638 §3.1 has this key and its thumbprint NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs.
    JWK published =
        JWK.parse(
            "{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAt"
                + "VT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yB"
                + "XArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdA"
                + "ZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksIN"
                + "HaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}");
    assertThat(Fingerprint.of(published).value())
        .isEqualTo("95696 46017 72831 99707 90191 75635 41019 00667");
  }
}
