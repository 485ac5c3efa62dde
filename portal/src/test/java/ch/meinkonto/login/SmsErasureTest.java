package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.LongTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Codes that nobody typed do not wait for ever. */
class SmsErasureTest {

  private static final String TASK = "login-erase-old-sms-codes";
  private static final String CODES = "login_sms_code WHERE account_id = ?";

  @Test
  void aCodeThatNobodyTypedGoesAfterAnHour() {
    var maya = LongTime.maya();
    LongTime.bean(SmsCodes.class)
        .renew(
            new SmsCodes.Place(maya, SmsCodes.Purpose.SETUP, "browser"),
            new MobileNumber("+41791234567"));

    LongTime.tick(Duration.ofMinutes(59), TASK);
    assertThat(LongTime.rows(CODES, maya.value())).isOne();

    LongTime.tick(Duration.ofMinutes(2), TASK);
    assertThat(LongTime.rows(CODES, maya.value())).isZero();
  }

  @Test
  void aNumberThatCountsStays() {
    var maya = LongTime.maya();
    LongTime.bean(SmsNumbers.class).put(maya, new MobileNumber("+41791234567"));

    LongTime.tick(Duration.ofDays(400), TASK);
    assertThat(LongTime.bean(SmsNumbers.class).any(maya)).isTrue();
  }
}
