package ch.meinkonto.entrance;

import java.time.Instant;
import java.util.UUID;

/** Many people at once, before some services: what was planned, and how far the line has come. */
record Rush(UUID id, Plan plan, Line line) {

  /** Whether people wait before this service now, or for its opening. */
  boolean guards(String service, Instant now) {
    return plan.gathers(now)
        && line.mode() != Line.Mode.EVERYBODY
        && plan.services().contains(service);
  }
}
