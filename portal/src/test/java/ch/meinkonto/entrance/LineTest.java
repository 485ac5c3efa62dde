package ch.meinkonto.entrance;

import static ch.meinkonto.entrance.PaceTest.opening;
import static ch.meinkonto.entrance.PaceTest.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How the front of the line moves: ten people a second here. */
class LineTest {

  @Test
  void theFirstGetInAfterASecondAndTheLastWhenItIsTheirTurn() {
    var line = step(opening(1_000), 1);
    assertThat(line.front()).isEqualTo(10);
    assertThat(line.admits(10)).isTrue();
    assertThat(line.admits(11)).isFalse();
    assertThat(line.ahead(510)).isEqualTo(500);
    assertThat(line.left(510)).contains(Duration.ofSeconds(50));
    assertThat(line.waiting()).isEqualTo(990);
  }

  @Test
  void whoHasGoneHomeHoldsUpNobody() {
    var line = opening(10_000);
    var came = 0.0;
    for (var second = 1; second <= 300; second++) {
      if (second % 10 == 0 && second > 60) {
        line = line.showing(0.5);
      }
      var before = line.front();
      line = step(line, second);
      came += (line.front() - before) / 2; // every second one
    }
    // for a minute nobody knew it
    assertThat(came).isCloseTo(300 * 10, within(60 * 10 / 2.0 + 100));
    assertThat(line.ahead(line.front() + 100)).isEqualTo(50);
  }

  @Test
  void whoComesWhenNobodyWaitsGoesStraightOn() {
    var line = step(opening(0), 1);
    assertThat(line.admits(1)).isTrue();
    assertThat(line.front()).isLessThanOrEqualTo(20);
    assertThat(line.admits(21)).isFalse();
  }

  @Test
  void aNodeThatSleptDoesNotLetAThousandInAtOnce() {
    assertThat(step(opening(10_000), 3_600).front()).isEqualTo(50);
    var later = step(opening(10_000), 2);
    assertThat(step(later, 1).front()).isEqualTo(later.front());
  }

  @Test
  void pausedNobodyGetsInAndNobodyKnowsHowLong() {
    var line = step(opening(1_000), 1);
    var paused =
        new Line(
            Line.Mode.PAUSED,
            line.early(),
            line.late(),
            line.front(),
            line.pace(),
            1,
            line.steppedAt(),
            line.slowedAt(),
            line.waitedAt());
    assertThat(step(paused, 2).front()).isEqualTo(line.front());
    assertThat(paused.admits(1)).isFalse();
    assertThat(paused.left(500)).isEmpty();
  }

  @Test
  void itIsOverWhenNobodyHasWaitedForLong() {
    var plan = PaceTest.steady();
    var line = step(opening(5), 1);
    assertThat(line.over(PaceTest.eight().plusSeconds(1_700), plan)).isFalse();
    assertThat(line.over(PaceTest.eight().plusSeconds(1_900), plan)).isTrue();
  }

  @Test
  void nothingIsSaidMoreExactlyThanItIsKnown() {
    assertThat(Telling.rounded(7)).isEqualTo("7");
    assertThat(Telling.rounded(43)).isEqualTo("45");
    assertThat(Telling.rounded(347)).isEqualTo("350");
    assertThat(Telling.rounded(1_243)).isEqualTo("1’250");
    assertThat(Telling.rounded(48_211)).isEqualTo("48’200");
  }
}
