package ch.meinkonto.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** New identifiers: UUID version 7 (RFC 9562 §5.7), so that rows of one time lie together. */
public final class Ids {

  private static final TimeBasedEpochGenerator VERSION_7 = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /** A new, never used identifier. */
  public static UUID next() {
    return VERSION_7.generate();
  }
}
