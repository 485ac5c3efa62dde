package ch.meinkonto.entrance;

import ch.meinkonto.entrance.Ticket.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tickets of those who are in: good for a while after each click. */
@Component
class Passes {

  /** Of the services before which the room may open by itself: who is there stays there then. */
  static final UUID NO_RUSH = new UUID(0, 0);

  private static final Duration PROLONGED_AFTER = Duration.ofMinutes(1);

  private final EntranceSettings settings;
  private final Clock clock;

  Passes(EntranceSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  Ticket pass(UUID rush, boolean personal, UUID holder) {
    var until = clock.instant().plus(settings.stay()).getEpochSecond();
    return new Ticket(Kind.IN, rush, personal, holder, until);
  }

  /** For somebody who is there while nobody waits. */
  Ticket anybodys() {
    return pass(NO_RUSH, false, UUID.randomUUID());
  }

  /** Whether the room may open by itself before this service. */
  boolean mayNeed(String service) {
    return settings.services().contains(service);
  }

  boolean good(Ticket ticket) {
    return ticket.kind() == Kind.IN && clock.instant().getEpochSecond() < ticket.number();
  }

  /** The same for longer; null when it was prolonged a moment ago. */
  @Nullable Ticket prolonged(Ticket ticket) {
    var fresh = pass(ticket.rush(), ticket.personal(), ticket.holder());
    return fresh.number() - ticket.number() >= PROLONGED_AFTER.toSeconds() ? fresh : null;
  }
}
