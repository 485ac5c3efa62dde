package ch.meinkonto.unit;

import org.jspecify.annotations.Nullable;

/** The portal could not be reached, or was not able to answer, after all retries. */
public final class PortalUnavailable extends RuntimeException {

  PortalUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
