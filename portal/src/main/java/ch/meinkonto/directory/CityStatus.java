package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Finding;
import java.time.Instant;
import java.util.List;

/**
 * How the city’s folder stands, for the operators.
 *
 * @param takenOver when the state that is served was taken over
 * @param lookedAt when the folder was last read
 * @param findings why what lies in the folder now is not served; empty when it is
 */
public record CityStatus(Instant takenOver, Instant lookedAt, List<Finding> findings) {

  public CityStatus {
    findings = List.copyOf(findings);
  }

  /** Whether what is served is what lies in the folder. */
  public boolean current() {
    return findings.isEmpty();
  }
}
