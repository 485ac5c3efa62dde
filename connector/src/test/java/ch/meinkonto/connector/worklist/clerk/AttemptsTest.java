package ch.meinkonto.connector.worklist.clerk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.TickingClock;
import ch.meinkonto.connector.worklist.clerk.Attempts.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private final TickingClock clock = new TickingClock();
  private final Attempts attempts = new Attempts(clock);

  private boolean may(String login, String network, boolean known) {
    return attempts.password(login, network, known) instanceof Answer.Go;
  }

  private void guess(int times, String login, String network) {
    for (int i = 0; i < times; i++) {
      attempts.password(login, network, false);
    }
  }

  @Test
  void stopsWhoGuessesFromOnePlaceForAWhile() {
    guess(5, "anna", "192.0.2.1");
    assertThat(may("anna", "192.0.2.1", false)).isFalse();
    assertThat(may("anna", "192.0.2.2", false)).as("elsewhere").isTrue();
    clock.tick(Duration.ofMinutes(15));
    assertThat(may("anna", "192.0.2.1", false)).isTrue();
  }

  @Test
  void takesAllAddressesOfOneIpv6CustomerForOnePlace() {
    for (int i = 0; i < 5; i++) {
      guess(1, "anna", "2001:db8:0:1::" + i);
    }
    assertThat(may("anna", "2001:db8:0:1:ffff::1%eth0", false)).isFalse();
    assertThat(may("anna", "2001:db8:0:2::1", false)).as("elsewhere").isTrue();
  }

  @Test
  void manyStrangersNeverStopTheClerksOwnBrowser() {
    for (int i = 0; i < 100; i++) {
      guess(5, "anna", "192.0.2." + i);
    }
    assertThat(may("anna", "198.51.100.1", false)).isFalse();
    assertThat(may("anna", "198.51.100.1", true)).isTrue();
    clock.tick(Duration.ofMinutes(30));
    assertThat(may("anna", "198.51.100.1", false)).as("not for long").isTrue();
  }

  @Test
  void givesBackWhatWentWell() {
    for (int i = 0; i < 20; i++) {
      assertThat(attempts.password("anna", "192.0.2.1", false))
          .isInstanceOfSatisfying(Answer.Go.class, go -> go.attempt().wentWell());
    }
  }

  @Test
  void letsFiveCodesBeTried() {
    for (int i = 0; i < 5; i++) {
      assertThat(attempts.code("anna")).isInstanceOf(Answer.Go.class);
    }
    assertThat(attempts.code("anna")).isEqualTo(new Answer.Wait(Duration.ofMinutes(15)));
  }
}
