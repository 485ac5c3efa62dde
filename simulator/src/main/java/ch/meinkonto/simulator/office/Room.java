package ch.meinkonto.simulator.office;

import java.time.Clock;
import java.time.Duration;

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
}
