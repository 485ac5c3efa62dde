package ch.meinkonto.access;

import ch.meinkonto.platform.crypto.LookupHash;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The number that one device shows and a person types or compares on the other: whoever confirms
 * out of habit does not know it (number matching). It follows from what it is for, so it is the
 * same whether or not anybody was asked.
 */
@Component
class Numbers {

  private static final int SMALLEST = 10;
  private static final int HOW_MANY = 90;

  private final LookupHash hash;

  Numbers(LookupHash hash) {
    this.hash = hash;
  }

  /** From 10 to 99. */
  int of(UUID what) {
    var bits = ByteBuffer.wrap(hash.of("access-number", what.toString())).getInt();
    return SMALLEST + Math.floorMod(bits, HOW_MANY);
  }
}
