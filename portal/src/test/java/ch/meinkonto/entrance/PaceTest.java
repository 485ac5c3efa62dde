package ch.meinkonto.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Admission follows what the machine can carry. */
class PaceTest {

  private static final Instant EIGHT = Instant.parse("2027-08-16T06:00:00Z");
  private static final EntranceSettings SETTINGS =
      new EntranceSettings(
          List.of(),
          Duration.ofMillis(300),
          100,
          Duration.ofSeconds(1),
          60,
          1200,
          Duration.ofMinutes(20));
  private static final Plan PLAN =
      new Plan(List.of("kurse"), true, true, EIGHT, EIGHT, 5_000, 60, 1200);
  private static final Load FINE = new Load(20, 3, 0.4);
  private static final Load SLOW = new Load(500, 3, 0.4);

  @Test
  void growsALittleEachSecondUpToTheCeilingWhileAllIsWell() {
    var pace = new Pace(1, EIGHT);
    var second = next(pace, FINE, true, 1);
    assertThat(second.perSecond()).isGreaterThan(1).isLessThan(2);
    for (var i = 0; i < 200; i++) {
      pace = next(pace, FINE, true, i);
    }
    assertThat(pace.perSecond()).isEqualTo(20);
  }

  @Test
  void shrinksAtOnceAndWaitsForWhatThatDoes() {
    var slowed = next(new Pace(10, EIGHT.minusSeconds(60)), SLOW, true, 0);
    assertThat(slowed.perSecond()).isEqualTo(7);
    assertThat(next(slowed, SLOW, true, 1).perSecond()).isEqualTo(7);
    assertThat(next(slowed, SLOW, true, 5).perSecond()).isLessThan(5);
  }

  @Test
  void neverFallsBelowTheFloor() {
    var pace = new Pace(10, EIGHT.minusSeconds(60));
    for (var i = 0; i < 200; i++) {
      pace = next(pace, SLOW, true, i);
    }
    assertThat(pace.perSecond()).isEqualTo(1);
  }

  @Test
  void staysWhereItIsWhenNobodyWaitsOrTheProcessorsAreBusy() {
    assertThat(next(new Pace(5, EIGHT), FINE, false, 1).perSecond()).isEqualTo(5);
    assertThat(next(new Pace(5, EIGHT), new Load(20, 3, 0.97), true, 1).perSecond()).isEqualTo(5);
    assertThat(next(new Pace(5, EIGHT), new Load(200, 3, 0.4), true, 1).perSecond()).isEqualTo(5);
  }

  @Test
  void tooManyRequestsAtOnceAreTooMuchHoweverFastTheyAre() {
    assertThat(next(new Pace(10, EIGHT.minusSeconds(60)), new Load(1, 101, 0), true, 0).perSecond())
        .isEqualTo(7);
  }

  @Test
  void theNodeWithMostToDoDecides() {
    assertThat(Load.worst(List.of(FINE, SLOW, new Load(0, 50, 0.9))))
        .isEqualTo(new Load(500, 50, 0.9));
    assertThat(Load.worst(List.of())).isEqualTo(Load.NONE);
  }

  private static Pace next(Pace pace, Load load, boolean waits, int second) {
    return pace.next(load, waits, 1, EIGHT.plusSeconds(second), PLAN, SETTINGS);
  }

  /** Whoever reads the other tests of the line uses these. */
  static Line step(Line line, int second) {
    return line.step(EIGHT.plusSeconds(second), FINE, steady(), SETTINGS);
  }

  static Line opening(long early) {
    var line = Line.beginning(steady());
    return new Line(
        line.mode(),
        early,
        0,
        0,
        line.pace(),
        1,
        line.steppedAt(),
        line.slowedAt(),
        line.waitedAt());
  }

  static Plan steady() {
    return new Plan(List.of("kurse"), true, true, EIGHT, EIGHT, 5_000, 600, 600);
  }

  static Instant eight() {
    return EIGHT;
  }
}
