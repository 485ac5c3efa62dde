package ch.meinkonto.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Identifiers as they were made some time ago: UUID version 7 (RFC 9562 §5.7). */
public final class OldIds {

  private OldIds() {}

  /** One of then, by the machine's clock. */
  public static UUID madeBefore(Duration ago) {
    var millis = Instant.now().minus(ago).toEpochMilli();
    return new UUID(millis << 16 | 0x7000, UUID.randomUUID().getLeastSignificantBits());
  }
}
