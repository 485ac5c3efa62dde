package ch.meinkonto.connector.handover;

import ch.meinkonto.unit.ReceivedAttachment;
import ch.meinkonto.unit.ReceivedRequest;

/** For ways on which a submission is held in memory whole: one that is too large waits. */
public final class Whole {

  /** Of the memory, so much for the attachments of one submission: libraries copy them. */
  private static final int SHARE = 8;

  private Whole() {}

  /** Fails when the attachments are together too large for the memory that there is. */
  public static void check(ReceivedRequest request) throws NotNow {
    long most = Runtime.getRuntime().maxMemory() / SHARE;
    long together = request.attachments().stream().mapToLong(ReceivedAttachment::size).sum();
    if (together > most) {
      throw new NotNow(
          "its attachments are %d MB together, and there is memory for %d; give the connector more (-Xmx)"
              .formatted(together >> 20, most >> 20));
    }
  }
}
