package ch.meinkonto.activation;

import ch.meinkonto.contract.ActivationRefusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an account stands with a service that asks for an activation. */
public sealed interface Standing {

  /** The unit knows whom it has. */
  record Active() implements Standing {}

  /** A code is on its way to the unit. */
  record Waiting(Instant since) implements Standing {}

  /**
   * The last code was not accepted.
   *
   * @param reason null when the unit did not answer at all
   * @param triesLeft null when the unit does not say
   */
  record Refused(@Nullable ActivationRefusal reason, @Nullable Integer triesLeft, Instant at)
      implements Standing {}

  /** Nothing was sent yet. */
  record Open() implements Standing {}
}
