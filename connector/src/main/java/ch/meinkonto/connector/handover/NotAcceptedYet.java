package ch.meinkonto.connector.handover;

import java.io.IOException;

/**
 * A unit's system speaks about a request before the portal has heard that it was accepted: it was
 * quicker than its own acknowledgement, or the portal was away. Said again later, it is heard.
 */
public final class NotAcceptedYet extends IOException {

  private static final long serialVersionUID = 1L;

  NotAcceptedYet() {
    super("the portal has not heard yet that the request was accepted");
  }
}
