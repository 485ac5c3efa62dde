package ch.meinkonto.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Checked.Flaw;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientAssertionTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String TOKEN_ENDPOINT = "https://konto.example/contract/v1/token";
  private static final ECKey KEY = Keys.ecSigning("unit-1");
  private static final JWKSet KEYS = new JWKSet(KEY.toPublicJWK());

  @Test
  void holdsForItsUnitEndpointAndTime() {
    assertThat(verified("dav", TOKEN_ENDPOINT, NOW))
        .isInstanceOfSatisfying(
            Valid.class,
            valid -> assertThat(((ClientAssertion) valid.value()).unit()).isEqualTo("dav"));
  }

  @Test
  void hasAnIdOfItsOwnEachTime() {
    String one = ClientAssertion.sign("dav", TOKEN_ENDPOINT, NOW, KEY);
    assertThat(one).isNotEqualTo(ClientAssertion.sign("dav", TOKEN_ENDPOINT, NOW, KEY));
  }

  @Test
  void holdsForNobodyAndNothingElse() {
    assertThat(verified("ste", TOKEN_ENDPOINT, NOW)).isEqualTo(new Invalid<>(Flaw.WRONG_ISSUER));
    assertThat(verified("dav", "https://other.example", NOW))
        .isEqualTo(new Invalid<>(Flaw.WRONG_AUDIENCE));
    assertThat(verified("dav", TOKEN_ENDPOINT, NOW.plus(Duration.ofMinutes(3))))
        .isEqualTo(new Invalid<>(Flaw.WRONG_TIME));
    assertThat(verified("dav", TOKEN_ENDPOINT, NOW.minus(Duration.ofMinutes(10))))
        .isEqualTo(new Invalid<>(Flaw.WRONG_TIME));
  }

  private static Checked<ClientAssertion> verified(String unit, String audience, Instant now) {
    return ClientAssertion.verify(
        ClientAssertion.sign("dav", TOKEN_ENDPOINT, NOW, KEY), KEYS, unit, Set.of(audience), now);
  }
}
