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
 */
public record Room(String unit, CaseFolder cases, Scripts scripts, Clock clock, Duration pace) {

  /** The office's work, said by these means. */
  public CaseWork work(Correspondence says) {
    return new CaseWork(cases, scripts, says, clock, pace);
  }

  /** When the next step of a case is due. */
  Instant next() {
    return clock.instant().plus(pace);
  }

  /** Why a new case is turned down, if it is; always the same for the same request. */
  Optional<Step.Reject> refusal(Case one) {
    return scripts.of(one.service()).getFirst() instanceof Step.Reject reject
            && Math.floorMod(one.requestId().hashCode(), 100) < reject.percent()
        ? Optional.of(reject)
        : Optional.empty();
  }

  /** A text in the language of a case. */
  String said(Words words, Case one) {
    return words.in(one.language(), one, scripts.officeOf(one));
  }
}
