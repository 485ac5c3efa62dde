package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.handover.Unusable;
import jakarta.mail.util.SharedByteArrayInputStream;

/** MIME as strangers write it, looked at before it is taken apart. */
final class Mime {

  private static final int MOST_BOUNDARIES = 2_000;

  private Mime() {}

  /** Each part costs memory, also of what nobody has signed. Parts read from it are no copies. */
  static SharedByteArrayInputStream of(byte[] content) throws Unusable {
    if (boundaries(content) > MOST_BOUNDARIES) {
      throw new Unusable("Die Mail hat zu viele Teile.");
    }
    return new SharedByteArrayInputStream(content);
  }

  private static int boundaries(byte[] content) {
    int found = 0;
    for (int i = 2; i < content.length; i++) {
      boolean beginsALine = content[i - 2] == '\n' || content[i - 2] == '\r';
      if (beginsALine && content[i - 1] == '-' && content[i] == '-') {
        found++;
      }
    }
    return found;
  }
}
