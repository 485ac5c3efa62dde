package ch.meinkonto.sso;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

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

  @Test
  void aKeyThatIsTooWeakByNowIsReplacedWithinADayAndStillVerifies() throws Exception {
    var weak = new RSAKeyGenerator(2048).keyID("weak").algorithm(JWSAlgorithm.RS256).generate();
    var jdbc = LongTime.bean(JdbcClient.class);
    var generation =
        jdbc.sql("SELECT max(generation) FROM sso_signing_key").query(Integer.class).single();
    jdbc.sql("UPDATE sso_signing_key SET sealed = ? WHERE generation = ?")
        .params(
            LongTime.bean(MasterKey.class)
                .seal(weak.toJSONString().getBytes(UTF_8), "sso_signing_key/" + generation),
            generation)
        .update();

    LongTime.run("sso-rotate-keys");
    assertThat(keys.current().getKeyID()).isEqualTo("weak");

    LongTime.tick(OpenIdKeys.AHEAD.plusMinutes(2), "sso-rotate-keys");
    assertThat(keys.current().size()).isEqualTo(3072);
    assertThat(published()).contains("weak");
    maya.logIn();
    assertThat(school.verified(school.signIn(maya.browser(), school.request("openid"))))
        .isNotNull();
  }

  private java.util.List<String> published() {
    return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
  }
}
