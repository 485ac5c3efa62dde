package ch.meinkonto.platform.crypto;

import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * What stands in a line of the log instead of a person, an address or a network: the same for the
 * same one, so that many of one are seen, and worth nothing to who reads the lines elsewhere.
 */
@Component
public class LogMarks {

  private static final int BYTES = 6;

  private final LookupHash hash;

  LogMarks(LookupHash hash) {
    this.hash = hash;
  }

  /** The mark of a name. */
  public String of(String name) {
    return HexFormat.of().formatHex(hash.of("log-mark", name), 0, BYTES);
  }
}
