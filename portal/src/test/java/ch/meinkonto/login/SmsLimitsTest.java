package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.web.NetworkAddress;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Phones;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Text messages cost money, and nobody may use up those of somebody else. */
@PortalTest
class SmsLimitsTest {

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Phones phones;
  @Autowired SmsLimits limits;
  @Autowired RateLimits rateLimits;
  @Autowired OwnerNotices notices;
  @Autowired TickingClock clock;

  @AfterEach
  void theHourPasses() {
    clock.tick(Duration.ofHours(1));
  }

  @Test
  void aThiefOfThePasswordUsesUpHalfAndMayaIsTold() {
    var maya = maya();
    var phone = SmsPhone.of(phones).setUp(maya.browser());
    var thief = new Browser(port);
    maya.in(thief).logIn();
    for (var sent = 0; sent < SmsLimits.PAIR.times(); sent++) {
      phone.ask(thief);
    }

    var refused = thief.submit("/anmelden/bestaetigen", SmsPhone.CONFIRM, Map.of());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Wir haben schon mehrere SMS geschickt");
    mailbox.awaitMail(maya.email(), "Jemand kennt vielleicht Ihr Passwort");
    assertThat(phone.confirm(maya.browser(), "/konto", phone.ask(maya.browser())).status())
        .isEqualTo(302);
  }

  @Test
  void newLoginsBringNoMore() {
    var account = anybody();
    var number = number();
    for (var sent = 0; sent < SmsLimits.ACCOUNT.times(); sent++) {
      assertThat(limits.take(account, number, anywhere())).isInstanceOf(Decision.Permitted.class);
    }
    assertThat(limits.take(account, number, anywhere())).isInstanceOf(Decision.Refused.class);
    clock.tick(Duration.ofMinutes(6));
    assertThat(limits.take(account, number, anywhere())).isInstanceOf(Decision.Permitted.class);
  }

  @Test
  void whoTypesSomebodyElsesNumberAgainAndAgainDoesNotStopItsOwner() {
    var number = number();
    for (var sent = 0; sent < SmsLimits.NEW_NUMBER.times(); sent++) {
      assertThat(limits.takeForNew(anybody(), number, anywhere()))
          .isInstanceOf(Decision.Permitted.class);
    }
    assertThat(limits.takeForNew(anybody(), number, anywhere()))
        .isInstanceOf(Decision.Refused.class);

    assertThat(limits.take(anybody(), number, anywhere())).isInstanceOf(Decision.Permitted.class);
  }

  @Test
  void anAccountTypesFewNumbers() {
    var account = anybody();
    for (var sent = 0; sent < SmsLimits.NEW_BY_ACCOUNT.times(); sent++) {
      limits.takeForNew(account, number(), anywhere());
    }
    assertThat(limits.takeForNew(account, number(), anywhere()))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void oneNetworkAsksForSoMany() {
    var network = anywhere();
    for (var sent = 0; sent < SmsLimits.NETWORK.times(); sent++) {
      limits.take(anybody(), number(), network);
    }
    assertThat(limits.take(anybody(), number(), network)).isInstanceOf(Decision.Refused.class);
    assertThat(limits.take(anybody(), number(), anywhere())).isInstanceOf(Decision.Permitted.class);
  }

  @Test
  void newNumbersUseUpHalfOfTheCitysBudgetAndTheOtherHalfIsForConfirmedOnes() {
    var small = new SmsLimits(rateLimits, notices, 4);
    clock.tick(Duration.ofHours(1));
    for (var sent = 0; sent < 2; sent++) {
      assertThat(small.takeForNew(anybody(), number(), anywhere()))
          .isInstanceOf(Decision.Permitted.class);
    }
    assertThat(refusing(small.takeForNew(anybody(), number(), anywhere())))
        .isEqualTo("sms-city-new");

    for (var sent = 0; sent < 2; sent++) {
      assertThat(small.take(anybody(), number(), anywhere()))
          .isInstanceOf(Decision.Permitted.class);
    }
    assertThat(refusing(small.take(anybody(), number(), anywhere()))).isEqualTo("sms-city");
  }

  @Test
  void whoIsRefusedForWantOfMoneyUsesUpNothingOfTheirOwn() {
    var small = new SmsLimits(rateLimits, notices, 1);
    clock.tick(Duration.ofHours(1));
    small.take(anybody(), number(), anywhere());

    var account = anybody();
    for (var refused = 0; refused < 2 * SmsLimits.ACCOUNT.times(); refused++) {
      assertThat(refusing(small.take(account, number(), anywhere()))).isEqualTo("sms-city");
    }
  }

  private static String refusing(Decision decision) {
    return switch (decision) {
      case Decision.Permitted() -> "nothing";
      case Decision.Refused(_, var by) -> by.name();
    };
  }

  private Resident maya() {
    var maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
    return maya;
  }

  private MobileNumber number() {
    return new MobileNumber(phones.newNumber());
  }

  private static AccountId anybody() {
    return new AccountId(Ids.next());
  }

  private static NetworkAddress anywhere() {
    return new NetworkAddress(UUID.randomUUID().toString());
  }
}
