package ch.meinkonto.account;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.LongTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What waits for a code does not wait for ever. */
class EmailCodeErasureTest {

  private static final EmailCodes.Purpose PURPOSE = new EmailCodes.Purpose("erasure", 6);

  private final EmailCodes codes = LongTime.bean(EmailCodes.class);

  @Test
  void whatNobodyEnteredACodeForGoesAfterAnHour() {
    var begun = codes.begin(PURPOSE, new byte[] {1});

    LongTime.tick(Duration.ofMinutes(59), "account-erase-old-codes");
    assertThat(codes.waiting(PURPOSE, begun.token())).isPresent();

    LongTime.tick(Duration.ofMinutes(1), "account-erase-old-codes");
    assertThat(LongTime.rows("account_email_code")).isZero();
  }

  @Test
  void whatWasUsedGoesAtOnce() {
    var before = LongTime.rows("account_email_code");
    var begun = codes.begin(PURPOSE, new byte[] {1});

    codes.done(PURPOSE, begun.token());

    assertThat(LongTime.rows("account_email_code")).isEqualTo(before);
  }
}
