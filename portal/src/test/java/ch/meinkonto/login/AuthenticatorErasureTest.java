package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.LongTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What somebody began to set up does not wait for ever. */
class AuthenticatorErasureTest {

  private static final String TASK = "login-erase-begun-authenticators";
  private static final String ROW = "login_authenticator WHERE account_id = ?";

  private final Authenticators authenticators = LongTime.bean(Authenticators.class);

  @Test
  void anAppThatNobodyFinishedGoesAfterAnHour() {
    var maya = LongTime.maya();
    authenticators.begin(maya);

    LongTime.tick(Duration.ofMinutes(59), TASK);
    assertThat(LongTime.rows(ROW, maya.value())).isOne();

    LongTime.tick(Duration.ofMinutes(2), TASK);
    assertThat(LongTime.rows(ROW, maya.value())).isZero();
  }

  @Test
  void anAppThatCountsStays() {
    var maya = LongTime.maya();
    authenticators.begin(maya);
    var secret = authenticators.begun(maya).orElseThrow();
    var step = LongTime.clock().instant().getEpochSecond() / 30;
    assertThat(authenticators.confirm(maya, Totp.code(secret, step)))
        .isEqualTo(Authenticators.Check.RIGHT);

    LongTime.tick(Duration.ofDays(400), TASK);
    assertThat(authenticators.any(maya)).isTrue();
  }
}
