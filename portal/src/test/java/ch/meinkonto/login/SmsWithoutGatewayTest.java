package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.notification.TextMessages;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a city without a gateway for text messages. */
class SmsWithoutGatewayTest {

  private Resident maya;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", LongTime.portal().address().getPort());
    maya.register(new Mailbox());
  }

  @Test
  void nobodyIsOfferedCodesBySms() {
    assertThat(LongTime.bean(TextMessages.class).available()).isFalse();
    assertThat(maya.browser().get("/konto").body()).doesNotContain("SMS");
    assertThat(maya.browser().get("/konto/zweiter-faktor").body()).doesNotContain("SMS");
    assertThat(maya.browser().get(SmsPhone.PAGE).status()).isEqualTo(404);
    assertThat(
            maya.browser()
                .submit("/konto/authenticator", SmsPhone.PAGE, Map.of("number", "079 123 45 67"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void whoHasANumberFromBeforeIsStillProtectedByIt() {
    var account =
        LongTime.bean(Accounts.class)
            .byEmail(EmailAddress.parse(maya.email()).orElseThrow())
            .orElseThrow();
    LongTime.bean(SmsNumbers.class).put(account, new MobileNumber("+41791234567"));
    var thief = new Browser(LongTime.portal().address().getPort());
    maya.in(thief).logIn();

    assertThat(thief.get("/konto/passwort").location()).startsWith("/anmelden/bestaetigen");
    var asked = thief.submit("/anmelden/bestaetigen", SmsPhone.CONFIRM, Map.of());

    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.body()).contains("SMS gehen zurzeit nicht", "Anderen Weg wählen");
  }
}
