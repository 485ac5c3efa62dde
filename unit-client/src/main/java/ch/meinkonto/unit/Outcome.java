package ch.meinkonto.unit;

import java.time.Duration;
import java.util.Objects;

/** What the unit's system did with a request. */
public sealed interface Outcome {

  /** It is safely in the unit's system: the portal erases its sealed copy now. */
  record Accepted() implements Outcome {}

  /** It was read, and will not be dealt with; the resident reads the text. */
  record Rejected(String code, String text) implements Outcome {
    public Rejected {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(text, "text");
    }
  }

  /** Not now; the portal keeps it and offers it again. */
  record TryLater(Duration after) implements Outcome {
    public TryLater {
      Objects.requireNonNull(after, "after");
    }
  }

  /** It is safely in the unit's system. */
  static Outcome accepted() {
    return new Accepted();
  }

  /** It will not be dealt with: a code for machines, and the reason in plain words. */
  static Outcome rejected(String code, String text) {
    return new Rejected(code, text);
  }

  /** Not now, but after a while. */
  static Outcome tryLater(Duration after) {
    return new TryLater(after);
  }
}
