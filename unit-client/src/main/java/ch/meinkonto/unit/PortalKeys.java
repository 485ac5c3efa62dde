package ch.meinkonto.unit;

import ch.meinkonto.contract.Checked;
import ch.meinkonto.contract.Checked.Flaw;
import ch.meinkonto.contract.Checked.Invalid;
import ch.meinkonto.contract.Checked.Valid;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The portal's published keys, fetched again when a signature names a key we have not seen. */
final class PortalKeys {

  private static final Duration NOT_MORE_OFTEN_THAN = Duration.ofMinutes(1);

  private final Supplier<JWKSet> source;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable JWKSet known;
  private Instant fetchedAt = Instant.EPOCH;

  PortalKeys(Supplier<JWKSet> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** Checks something the portal signed. */
  <T> Checked<T> verify(Function<JWKSet, Checked<T>> check) {
    Checked<T> first = check.apply(keys(false));
    return switch (first) {
      case Valid<T> _ -> first;
      // a webhook signature does not name its key, so a wrong one may be a new one
      case Invalid<T>(Flaw flaw) ->
          flaw == Flaw.UNKNOWN_KEY || flaw == Flaw.WRONG_SIGNATURE
              ? check.apply(keys(true))
              : first;
    };
  }

  private JWKSet keys(boolean fresh) {
    lock.lock();
    try {
      JWKSet keys = known;
      Instant now = clock.instant();
      if (keys == null || (fresh && fetchedAt.plus(NOT_MORE_OFTEN_THAN).isBefore(now))) {
        keys = source.get();
        known = keys;
        fetchedAt = now;
      }
      return keys;
    } finally {
      lock.unlock();
    }
  }
}
