package ch.meinkonto.simulator.office;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an office works with.
 *
 * @param unit which unit it is
 * @param cases what it has taken
 * @param scripts what it does with its cases
 * @param clock the time
 * @param pace how long it takes for one step
 * @param switches what is wrong with its system
 */
record Room(
    String unit, CaseFolder cases, Scripts scripts, Clock clock, Duration pace, Switches switches) {

  private static final Scripts.Refusal SWITCHED_ON =
      new Scripts.Refusal(
          "closed-for-now", "Zum Ausprobieren lehnt dieses Amt im Moment alles ab.");

  /** One in which nothing is wrong. */
  Room(String unit, CaseFolder cases, Scripts scripts, Clock clock, Duration pace) {
    this(unit, cases, scripts, clock, pace, new Switches());
  }

  /** The office's work, said by these means. */
  CaseWork work(Correspondence says) {
    return new CaseWork(cases, scripts, new Unruly(says, switches, clock), clock, pace);
  }

  /** When the next step of a case is due. */
  Instant next() {
    return clock.instant().plus(pace);
  }

  /** Takes a new case, or says why not; what it took before, it took. */
  Optional<Scripts.Refusal> take(Case one) {
    if (cases.find(one.requestId()).isPresent()) {
      return Optional.empty();
    }
    var refusal = refusal(one);
    if (refusal.isEmpty()) {
      cases.store(scripts.atOnce(one.service()) ? one.due(clock.instant()) : one);
    }
    return refusal;
  }

  private Optional<Scripts.Refusal> refusal(Case one) {
    if (switches.on(Fault.REJECTING)) {
      return Optional.of(SWITCHED_ON);
    }
    return one.isOver() ? Optional.empty() : scripts.refusal(one);
  }
}
