package ch.meinkonto.sso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is over is erased, and keys change while old signatures are still believed. */
class SsoErasureTest {

  private final RelyingParty school = new RelyingParty("schulportal", "schulamt");
  private final OpenIdKeys keys = LongTime.bean(OpenIdKeys.class);

  private Resident maya;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", LongTime.portal().address().getPort());
    maya.register(new Mailbox());
  }

  @Test
  void requestsSignInsAndSignaturesGo() {
    school.signIn(maya.browser(), school.request("openid"));
    RelyingParty.follow(
        maya.browser(), RelyingParty.address(school.request("openid profile phone")));
    assertThat(LongTime.rows("sso_request")).isPositive();
    assertThat(LongTime.rows("sso_assertion")).isPositive();

    LongTime.tick(Duration.ofMinutes(61), "sso-erase");
    assertThat(LongTime.rows("sso_request")).isZero();
    assertThat(LongTime.rows("sso_assertion")).isZero();
    assertThat(LongTime.rows("sso_authorization")).isPositive();

    LongTime.tick(SignIns.SESSION, "sso-erase");
    assertThat(LongTime.rows("sso_authorization WHERE refresh IS NULL")).isZero();
    assertThat(LongTime.rows("sso_consent")).isPositive();
  }

  @Test
  void nothingThatIsStoredOpensAnything() {
    var tokens = school.signIn(maya.browser(), school.request("openid"));
    assertThat(
            LongTime.rows(
                "sso_authorization AS row WHERE row::text LIKE ?",
                "%" + tokens.getAccessToken().getValue() + "%"))
        .isZero();
  }

  @Test
  void aNewKeyIsPublishedBeforeItSignsAndTheOldOneStays() {
    var old = keys.current().getKeyID();
    LongTime.tick(OpenIdKeys.SIGNS, "sso-rotate-keys");
    assertThat(keys.current().getKeyID()).isEqualTo(old);
    assertThat(published()).hasSizeGreaterThanOrEqualTo(2).contains(old);

    LongTime.tick(OpenIdKeys.AHEAD.plusMinutes(2), "sso-rotate-keys");
    var next = keys.current().getKeyID();
    assertThat(next).isNotEqualTo(old);
    assertThat(published()).contains(old, next);
    maya.logIn();
    assertThat(school.verified(school.signIn(maya.browser(), school.request("openid"))))
        .isNotNull();

    LongTime.tick(OpenIdKeys.AFTER, "sso-rotate-keys");
    assertThat(published()).contains(next).doesNotContain(old);
  }

  private java.util.List<String> published() {
    return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
  }
}
