package ch.meinkonto.entrance;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a rush has come. Places are numbers: those of who came early are spread over (0, early]
 * in the order of a draw, those of who came late follow one by one. Who has a place up to {@code
 * front} may come in, also later: a closed laptop costs nothing.
 *
 * @param early how many came before opening
 * @param late how many numbers were given since
 * @param front up to which place people have been called
 * @param pace how many people a second get in
 * @param shown which share of those who were called came; the others have gone home, and hold up
 *     nobody
 * @param steppedAt when the front moved last
 * @param slowedAt when the pace was last reduced
 * @param waitedAt when somebody last waited
 */
record Line(
    Mode mode,
    long early,
    long late,
    double front,
    double pace,
    double shown,
    Instant steppedAt,
    Instant slowedAt,
    Instant waitedAt) {

  /** A node that has not stepped for longer does not make up for it at once. */
  private static final Duration LONGEST_STEP = Duration.ofSeconds(5);

  /** Who comes when nobody waits goes straight on: as many as come in in this time. */
  private static final double BURST_SECONDS = 2;

  /** What staff said. */
  enum Mode {
    RUNNING,
    PAUSED,
    EVERYBODY;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Mode of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Before anything happens, which is not before opening. */
  static Line beginning(Plan plan) {
    var opens = plan.opensAt();
    return new Line(Mode.RUNNING, 0, 0, 0, plan.floor() / 60.0, 1, opens, opens, opens);
  }

  boolean admits(double place) {
    return mode != Mode.PAUSED && place <= front;
  }

  /** About how many people are waiting. */
  long waiting() {
    return Math.max(0, Math.round((early + late - front) * shown));
  }

  /** About how many people come in before this place. */
  long ahead(double place) {
    return Math.max(0, Math.round((place - front) * shown));
  }

  /** About how long it takes until then; nobody knows while admission is paused. */
  Optional<Duration> left(double place) {
    return mode == Mode.PAUSED
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds((long) Math.ceil(ahead(place) / pace)));
  }

  /** The line a moment later. */
  Line step(Instant now, Load load, Plan plan, EntranceSettings settings) {
    var waits = early + late > front;
    var passed = Duration.between(steppedAt, now);
    var seconds = Math.clamp(passed.toMillis(), 0, LONGEST_STEP.toMillis()) / 1000.0;
    var next = new Pace(pace, slowedAt).next(load, waits, seconds, now, plan, settings);
    var reached =
        mode == Mode.PAUSED
            ? front
            : Math.min(
                front + next.perSecond() / shown * seconds,
                early + late + next.perSecond() * BURST_SECONDS);
    return new Line(
        mode,
        early,
        late,
        Math.max(front, reached),
        next.perSecond(),
        shown,
        now,
        next.slowedAt(),
        waits ? now : waitedAt);
  }

  /** The same, of people of whom another share comes. */
  Line showing(double share) {
    return new Line(mode, early, late, front, pace, share, steppedAt, slowedAt, waitedAt);
  }

  /** Whether nobody has waited for so long that it is over. */
  boolean over(Instant now, Plan plan) {
    return waitedAt.plus(plan.quiet()).isBefore(now);
  }
}
