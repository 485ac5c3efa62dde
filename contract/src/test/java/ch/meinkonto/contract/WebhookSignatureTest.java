package ch.meinkonto.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Checked.Flaw;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final byte[] BODY = "{\"a\":1}".getBytes(UTF_8);
  private static final OctetKeyPair KEY = Ed25519.generate("push-1");
  private static final JWKSet KEYS =
      new JWKSet(List.<JWK>of(Keys.ecSigning("ec").toPublicJWK(), KEY.toPublicJWK()));

  private final WebhookSignature signed = WebhookSignature.sign("msg-1", NOW, BODY, List.of(KEY));

  @Test
  void holdsAsSigned() {
    assertThat(signed.verify(BODY, KEYS, NOW)).isEqualTo(new Valid<>("msg-1"));
    assertThat(signed.headers())
        .containsOnlyKeys("webhook-id", "webhook-timestamp", "webhook-signature");
  }

  @Test
  void holdsAmongOtherSignatures() {
    WebhookSignature several =
        new WebhookSignature("msg-1", signed.timestamp(), "v1,AAAA v1a,AAAA " + signed.signature());
    assertThat(several.verify(BODY, KEYS, NOW)).isInstanceOf(Valid.class);
  }

  @Test
  void holdsForWhoKnowsEitherKeyWhileOneReplacesTheOther() {
    OctetKeyPair next = Ed25519.generate("push-2");
    WebhookSignature both = WebhookSignature.sign("msg-1", NOW, BODY, List.of(next, KEY));

    for (OctetKeyPair known : List.of(next, KEY)) {
      JWKSet keys = new JWKSet(List.<JWK>of(known.toPublicJWK()));
      assertThat(both.verify(BODY, keys, NOW)).isEqualTo(new Valid<>("msg-1"));
    }
  }

  @Test
  void noticesAnotherBodyIdOrTime() {
    Invalid<String> wrong = new Invalid<>(Flaw.WRONG_SIGNATURE);
    assertThat(signed.verify("{\"a\":2}".getBytes(UTF_8), KEYS, NOW)).isEqualTo(wrong);
    assertThat(
            new WebhookSignature("msg-2", signed.timestamp(), signed.signature())
                .verify(BODY, KEYS, NOW))
        .isEqualTo(wrong);
    String later = Long.toString(NOW.getEpochSecond() + 1);
    assertThat(new WebhookSignature("msg-1", later, signed.signature()).verify(BODY, KEYS, NOW))
        .isEqualTo(wrong);
  }

  @Test
  void holdsForFiveMinutesEitherWay() {
    assertThat(signed.verify(BODY, KEYS, NOW.plusSeconds(300))).isInstanceOf(Valid.class);
    assertThat(signed.verify(BODY, KEYS, NOW.minusSeconds(300))).isInstanceOf(Valid.class);
    Invalid<String> wrongTime = new Invalid<>(Flaw.WRONG_TIME);
    assertThat(signed.verify(BODY, KEYS, NOW.plusSeconds(301))).isEqualTo(wrongTime);
    assertThat(signed.verify(BODY, KEYS, NOW.minusSeconds(301))).isEqualTo(wrongTime);
  }

  @Test
  void needsTheRightKey() {
    assertThat(signed.verify(BODY, new JWKSet(Ed25519.generate("push-1").toPublicJWK()), NOW))
        .isEqualTo(new Invalid<>(Flaw.WRONG_SIGNATURE));
    assertThat(signed.verify(BODY, new JWKSet(), NOW)).isEqualTo(new Invalid<>(Flaw.UNKNOWN_KEY));
  }

  @Test
  void survivesNonsense() {
    assertThat(new WebhookSignature("msg-1", "soon", "x").verify(BODY, KEYS, NOW))
        .isEqualTo(new Invalid<>(Flaw.MALFORMED));
    assertThat(new WebhookSignature("msg-1", signed.timestamp(), "v1a,%%%").verify(BODY, KEYS, NOW))
        .isEqualTo(new Invalid<>(Flaw.WRONG_SIGNATURE));
  }
}
