package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** So many log in at once that one request is not enough to wait for one's turn. */
@PortalTest
class PlacesInLineTest {

  private static final String PAGE = "/anmelden";

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired TickingClock clock;
  @Autowired PlacesInLine places;

  private final EmailAddress maya = EmailAddress.parse("maya@example.org").orElseThrow();

  @Test
  void theBrowserSendsTheSameAgainAndGetsIn() {
    var anna = Resident.named("Anna", "Keller", port);
    anna.register(mailbox);
    var browser = new Browser(port);
    var page = PAGE + "?weiter=%2Fmitteilungen%3Fx%3D1%26y%3D2";
    var typed = Map.of("email", anna.email(), "password", anna.password());
    var token = browser.token(page);

    takeAllTurns();
    Browser.Answer sentOn;
    try {
      sentOn = browser.post(page, token, typed);
    } finally {
      endAllTurns();
    }
    assertThat(sentOn.status()).isEqualTo(307);
    assertThat(sentOn.location()).startsWith(page + "&reihe=");
    assertThat(browser.post(sentOn.location(), token, typed).location())
        .isEqualTo("/mitteilungen?x=1&y=2");
  }

  @Test
  void aPlaceIsGoodForItsAddressForThreeMinutes() {
    var came = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var ticket = ticket(came);

    clock.tick(Duration.ofSeconds(170));
    assertThat(places.since(ticket, maya)).isEqualTo(came);
    assertThat(places.since(ticket, EmailAddress.parse("anna@example.org").orElseThrow()))
        .isAfter(came);
    clock.tick(Duration.ofSeconds(20));
    assertThat(places.since(ticket, maya)).isAfter(came.plusSeconds(180));
  }

  @Test
  void nobodyIsSentOnForEver() {
    var came = clock.instant();
    clock.tick(Duration.ofSeconds(110));
    assertThat(places.again(PAGE, came, maya)).isPresent();
    clock.tick(Duration.ofSeconds(20));
    assertThat(places.again(PAGE, came, maya)).isEmpty();
  }

  @Test
  void whatIsNoTicketIsNoPlace() {
    var now = clock.instant();
    var real = ticket(now.minusSeconds(60));
    for (var wrong :
        new String[] {
          "",
          "x",
          "%00",
          "A".repeat(32),
          "A".repeat(100_000),
          real.substring(1),
          "B" + real.substring(1),
          ticket(now.plusSeconds(60))
        }) {
      assertThat(places.since(wrong, maya)).isAfterOrEqualTo(now);
    }
    assertThat(places.since(null, maya)).isAfterOrEqualTo(now);
  }

  private String ticket(Instant since) {
    return places.again(PAGE, since, maya).orElseThrow().replaceFirst(".*=", "");
  }

  private void takeAllTurns() {
    for (int turn = 0; turn < PlacesInLine.AT_ONCE; turn++) {
      assertThat(places.awaitTurn(Instant.EPOCH)).isTrue();
    }
  }

  private void endAllTurns() {
    for (int turn = 0; turn < PlacesInLine.AT_ONCE; turn++) {
      places.endTurn();
    }
  }
}
