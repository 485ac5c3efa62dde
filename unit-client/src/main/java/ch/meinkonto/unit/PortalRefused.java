package ch.meinkonto.unit;

import ch.meinkonto.contract.Problem;
import ch.meinkonto.contract.ProblemType;

/** The portal understood a call and refused it: trying again would not help. */
public final class PortalRefused extends RuntimeException {

  private final transient Problem problem;

  PortalRefused(Problem problem) {
    super(problem.status() + " " + problem.title());
    this.problem = problem;
  }

  /** What the portal said. */
  public Problem problem() {
    return problem;
  }

  boolean is(ProblemType type) {
    return problem.is(type);
  }
}
