package ch.meinkonto.delivery;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Unit;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.StaffMember;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How all units are, from four small queries. */
@Component
class Healths {

  private final Directory directory;
  private final Backlogs backlogs;
  private final Contacts contacts;
  private final Pauses pauses;
  private final PushTargets targets;
  private final Clock clock;

  Healths(
      Directory directory,
      Backlogs backlogs,
      Contacts contacts,
      Pauses pauses,
      PushTargets targets,
      Clock clock) {
    this.directory = directory;
    this.backlogs = backlogs;
    this.contacts = contacts;
    this.pauses = pauses;
    this.targets = targets;
    this.clock = clock;
  }

  /** Of all units that somebody may see. */
  List<Health> of(StaffMember who) {
    return all().stream().filter(health -> who.sees(health.unit())).toList();
  }

  /** The units of the city, and others for which something waits. */
  List<Health> all() {
    var now = clock.instant();
    var waiting = backlogs.all();
    var heard = contacts.all();
    var paused = pauses.all();
    return Stream.concat(
            directory.organisation().units().stream().map(Unit::id), waiting.keySet().stream())
        .distinct()
        .map(unit ->
            new Health(
                unit,
                waiting.getOrDefault(unit, Backlogs.Backlog.NONE),
                heard.getOrDefault(unit, Contacts.Contact.NEVER),
                Optional.ofNullable(paused.get(unit)),
                targets.of(unit).isPresent(),
                now))
        .toList();
  }

  /** Whether the city knows the unit, or something waits for it all the same. */
  boolean knows(Health health) {
    return health.backlog().all() > 0 || directory.unit(health.unit()).isPresent();
  }

  /** One unit. */
  Health of(UnitId unit) {
    return new Health(
        unit,
        backlogs.of(unit),
        contacts.of(unit),
        pauses.of(unit),
        targets.of(unit).isPresent(),
        clock.instant());
  }
}
