package ch.meinkonto.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.WebhookSignature;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.TickingClock;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The key by which units know what the portal pushes is changed while pushes go out. */
@PortalTest
class WebhookKeyRotationTest {

  private static final byte[] BODY = "{}".getBytes(UTF_8);

  private final TickingClock clock = new TickingClock();
  private final SigningKeys here;
  private final SigningKeys elsewhere;

  WebhookKeyRotationTest(@Autowired Secrets secrets) {
    here = new SigningKeys(secrets, clock);
    here.replaceWebhookKey(false); // whatever other tests left
    elsewhere = new SigningKeys(secrets, clock);
  }

  @Test
  void forAWeekUnitsMayKnowEitherKey() {
    var old = here.webhooks().getFirst();

    assertThat(rotate()).isZero();
    var fresh = here.webhooks().getFirst();

    assertThat(fresh.getKeyID()).isNotEqualTo(old.getKeyID());
    assertThat(here.published().getKeyByKeyId(old.getKeyID())).isNotNull();
    assertThat(takes(old, here) && takes(fresh, here)).isTrue();
    assertThat(takes(old, elsewhere) && !takes(fresh, elsewhere)).isTrue();
    clock.tick(SigningKeys.READ_AGAIN);
    assertThat(takes(old, elsewhere) && takes(fresh, elsewhere)).isTrue();

    clock.tick(SigningKeys.BOTH);
    assertThat(takes(old, here) || takes(old, elsewhere)).isFalse();
    assertThat(here.published().getKeyByKeyId(old.getKeyID())).isNull();
    assertThat(takes(fresh, here) && takes(fresh, elsewhere)).isTrue();
  }

  @Test
  void aKeyThatUnitsMayNotKnowYetIsNotReplaced() {
    rotate();
    var fresh = here.webhooks();

    assertThat(rotate()).isOne();
    assertThat(here.webhooks()).isEqualTo(fresh);
    assertThat(rotate("--later")).isOne();
  }

  @Test
  void aKeyThatSomebodyElseHasSignsNoMore() {
    var old = here.webhooks().getFirst();
    rotate();
    var leaked = here.webhooks().getFirst();

    assertThat(rotate("--at-once")).isZero();

    assertThat(here.webhooks()).hasSize(1).doesNotContain(old, leaked);
    assertThat(here.published().getKeyByKeyId(leaked.getKeyID())).isNull();
  }

  private int rotate(String... arguments) {
    return new RotateWebhookKeyCommand(here).run(List.of(arguments));
  }

  /** Whether a unit that knows this key alone takes what the node pushes. */
  private boolean takes(OctetKeyPair known, SigningKeys node) {
    var signed = WebhookSignature.sign("d-1", clock.instant(), BODY, node.webhooks());
    var keys = new JWKSet(List.<JWK>of(known.toPublicJWK()));
    return signed.verify(BODY, keys, clock.instant()) instanceof Checked.Valid<String>;
  }
}
