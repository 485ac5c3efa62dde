package ch.meinkonto.delivery;

import ch.meinkonto.contract.Problem;
import ch.meinkonto.contract.ProblemType;
import org.jspecify.annotations.Nullable;

/** A call that the contract refuses; undoes what the call had begun. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final @Nullable String detail;

  Refusal(ProblemType type) {
    this(type, null);
  }

  /** With a detail that helps the unit's people; it never quotes what was sent. */
  Refusal(ProblemType type, @Nullable String detail) {
    super(type.code(), null, false, false);
    this.type = type;
    this.detail = detail;
  }

  Problem problem() {
    return Problem.of(type, detail);
  }
}
