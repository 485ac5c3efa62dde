package ch.meinkonto.unit;

import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.contract.ActivationRefusal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the unit says to a code. */
public sealed interface ActivationOutcome {

  /** It is right; under this name the unit knows the person from now on. */
  record Confirmed(ActivationLink link) implements ActivationOutcome {
    public Confirmed {
      Objects.requireNonNull(link, "link");
    }
  }

  /**
   * It is not accepted.
   *
   * @param triesLeft how many more wrong codes the unit looks at; null when it does not say
   */
  record Refused(ActivationRefusal reason, @Nullable Integer triesLeft)
      implements ActivationOutcome {
    public Refused {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Not now; the portal keeps it and offers it again. The person waits meanwhile. */
  record TryLater(Duration after) implements ActivationOutcome {
    public TryLater {
      Objects.requireNonNull(after, "after");
    }
  }

  /** It is right; under this name, best a random one, the unit knows the person from now on. */
  static ActivationOutcome confirmed(String link) {
    return new Confirmed(new ActivationLink(link));
  }

  /** It is not accepted. */
  static ActivationOutcome refused(ActivationRefusal reason) {
    return new Refused(reason, null);
  }

  /** It is wrong; so many more will be looked at. */
  static ActivationOutcome wrong(int triesLeft) {
    return new Refused(ActivationRefusal.WRONG, triesLeft);
  }

  /** Not now, but after a while. */
  static ActivationOutcome tryLater(Duration after) {
    return new TryLater(after);
  }
}
