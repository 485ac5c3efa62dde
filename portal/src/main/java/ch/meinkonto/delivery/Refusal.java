package ch.meinkonto.delivery;

import ch.meinkonto.contract.Problem;
import ch.meinkonto.contract.ProblemType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call that the contract refuses; undoes what the call had begun. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final @Nullable String detail;
  private final Duration retryAfter;

  Refusal(ProblemType type) {
    this(type, null);
  }

  /** With a detail that helps the unit's people; it never quotes what was sent. */
  Refusal(ProblemType type, @Nullable String detail) {
    this(type, detail, Duration.ofSeconds(1));
  }

  private Refusal(ProblemType type, @Nullable String detail, Duration retryAfter) {
    super(type.code(), null, false, false);
    this.type = type;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** Too many for now. */
  static Refusal tooMany(Duration retryAfter) {
    return new Refusal(ProblemType.TOO_MANY_REQUESTS, null, retryAfter);
  }

  Duration retryAfter() {
    return retryAfter;
  }

  Problem problem() {
    return Problem.of(type, detail);
  }
}
