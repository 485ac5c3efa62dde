package ch.meinkonto.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.contract.Checked.Flaw;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SignedTest {

  private static final ECKey PORTAL = Keys.ecSigning("portal-1");
  private static final ECKey UNIT = Keys.ecSigning("unit-1");
  private static final RSAKey UNIT_RSA = Keys.rsaSigning("unit-rsa");
  private static final JWKSet PORTAL_KEYS = new JWKSet(PORTAL.toPublicJWK());
  private static final JWKSet UNIT_KEYS =
      new JWKSet(List.<JWK>of(UNIT.toPublicJWK(), UNIT_RSA.toPublicJWK()));

  @Test
  void aReceiptHoldsAsSigned() {
    Receipt receipt = Samples.receipt();
    assertThat(Receipts.verify(Receipts.sign(receipt, PORTAL), PORTAL_KEYS))
        .isEqualTo(new Valid<>(receipt));
    assertThat(Receipts.verify(Receipts.sign(receipt, PORTAL) + "\n", PORTAL_KEYS))
        .isInstanceOf(Valid.class);
  }

  @Test
  void everyKindOfEventHoldsAsSignedWithEitherKindOfKey() {
    for (UnitEvent event : Samples.events()) {
      SecurityEvent token = Samples.token(event);
      assertThat(verified(SecurityEvents.sign(token, UNIT))).isEqualTo(new Valid<>(token));
      assertThat(verified(SecurityEvents.sign(token, UNIT_RSA))).isEqualTo(new Valid<>(token));
    }
  }

  @Test
  void everyChangedCharacterShows() {
    everyChangeShows(
        Receipts.sign(Samples.receipt(), PORTAL), text -> Receipts.verify(text, PORTAL_KEYS));
    everyChangeShows(
        SecurityEvents.sign(Samples.token(Samples.events().getFirst()), UNIT),
        SignedTest::verified);
  }

  private static void everyChangeShows(String jws, Function<String, Checked<?>> verify) {
    for (int i = 0; i < jws.length(); i++) {
      for (char other : new char[] {'A', 'Q', '.', '+'}) {
        if (jws.charAt(i) != other) {
          assertThat(verify.apply(jws.substring(0, i) + other + jws.substring(i + 1)))
              .as("character %d", i)
              .isInstanceOf(Invalid.class);
        }
      }
    }
  }

  @Test
  void refusesUnsignedTokens() {
    String payload = SecurityEvents.sign(event(), UNIT).split("\\.", 3)[1];
    String header = base64("{\"alg\":\"none\",\"typ\":\"secevent+jwt\",\"kid\":\"unit-1\"}");
    assertThat(verified(header + "." + payload + ".")).isInstanceOf(Invalid.class);
    assertThat(verified(header + "." + payload + ".AAAA")).isInstanceOf(Invalid.class);
  }

  @Test
  void refusesAKeyedHashWithThePublicKey() throws Exception {
    var header =
        new com.nimbusds.jose.JWSHeader.Builder(com.nimbusds.jose.JWSAlgorithm.HS256)
            .type(new com.nimbusds.jose.JOSEObjectType(SecurityEvents.TYPE))
            .keyID("unit-1")
            .build();
    var jws = new com.nimbusds.jose.JWSObject(header, new com.nimbusds.jose.Payload("{}"));
    jws.sign(new com.nimbusds.jose.crypto.MACSigner(UNIT.toECPublicKey().getEncoded()));
    assertThat(verified(jws.serialize())).isEqualTo(new Invalid<>(Flaw.WRONG_ALGORITHM));
  }

  @Test
  void refusesAReceiptPresentedAsEventAndTheOtherWayRound() {
    assertThat(verified(Receipts.sign(Samples.receipt(), UNIT)))
        .isEqualTo(new Invalid<>(Flaw.WRONG_TYPE));
    assertThat(Receipts.verify(SecurityEvents.sign(event(), PORTAL), PORTAL_KEYS))
        .isEqualTo(new Invalid<>(Flaw.WRONG_TYPE));
  }

  @Test
  void refusesOtherSignersIssuersAndAudiences() {
    assertThat(verified(SecurityEvents.sign(event(), Keys.ecSigning("unit-9"))))
        .isEqualTo(new Invalid<>(Flaw.UNKNOWN_KEY));
    assertThat(verified(SecurityEvents.sign(event(), Keys.ecSigning("unit-1"))))
        .isEqualTo(new Invalid<>(Flaw.WRONG_SIGNATURE));
    String jws = SecurityEvents.sign(event(), UNIT);
    assertThat(SecurityEvents.verify(jws, UNIT_KEYS, "ste", "https://konto.example"))
        .isEqualTo(new Invalid<>(Flaw.WRONG_ISSUER));
    assertThat(SecurityEvents.verify(jws, UNIT_KEYS, "dav", "https://other.example"))
        .isEqualTo(new Invalid<>(Flaw.WRONG_AUDIENCE));
  }

  @Test
  void refusesASealingKeyAsSigner() {
    JWKSet onlySealing = new JWKSet(Keys.ecSealing("unit-1").toPublicJWK());
    assertThat(
            SecurityEvents.verify(
                SecurityEvents.sign(event(), UNIT), onlySealing, "dav", "https://konto.example"))
        .isEqualTo(new Invalid<>(Flaw.UNKNOWN_KEY));
  }

  @Test
  void aUnitAnnouncesOnlyItsOwnStates() {
    assertThatThrownBy(
            () -> new UnitEvent.StateChanged(Samples.REQUEST, RequestState.RECEIVED, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsTooLarge() {
    String endless = "A".repeat(SecurityEvents.MAX_SIZE + 1);
    assertThat(verified(endless)).isEqualTo(new Invalid<>(Flaw.TOO_LARGE));
  }

  @Test
  void tellsNothingPersonalToALog() {
    assertThat(Samples.metadata().toString())
        .contains("anwohnerparkkarte")
        .doesNotContain("Vreni", "Muster", "example.ch", "+41", "Beispielweg", "Fahrzeug");
    for (UnitEvent event : Samples.events()) {
      assertThat(Samples.token(event).toString())
          .doesNotContain("Karte", "Auto", "Kontrollschild", "AQID");
    }
  }

  @Test
  void noTwoReceiptsAreTheSame() {
    assertThat(Receipts.sign(Samples.receipt(), PORTAL))
        .isNotEqualTo(Receipts.sign(Samples.receipt(), PORTAL));
    assertThat(UUID.fromString(Samples.receipt().id())).isNotNull();
  }

  private static SecurityEvent event() {
    return Samples.token(Samples.events().getFirst());
  }

  private static Checked<SecurityEvent> verified(String jws) {
    return SecurityEvents.verify(jws, UNIT_KEYS, "dav", "https://konto.example");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
