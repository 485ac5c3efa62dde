package ch.meinkonto.entrance;

import ch.meinkonto.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens each second: a node tells what it counted and what it has to do; one of them, no
 * matter which, moves the front of the line.
 */
@Component
class Steps {

  private static final Logger log = LoggerFactory.getLogger(Steps.class);

  /** A little less than a second, so that no second is left out. */
  private static final Duration BETWEEN = Duration.ofMillis(900);

  /** Who was called longer ago than that and has not come does not come. */
  private static final Duration COMES_WITHIN = Duration.ofMinutes(1);

  /** So many seconds of too much to do in a row. */
  private static final int LASTING = 5;

  private final Rushes rushes;
  private final Ledgers ledgers;
  private final Counts counts;
  private final LoadMeter meter;
  private final EntranceSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private int tooMuch;

  /** The tables. */
  @Component
  record Ledgers(RushRows rows, Nodes nodes, Pictures pictures, Admissions admissions) {}

  Steps(
      Rushes rushes,
      Ledgers ledgers,
      Counts counts,
      LoadMeter meter,
      EntranceSettings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.rushes = rushes;
    this.ledgers = ledgers;
    this.counts = counts;
    this.meter = meter;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** One second's work; next to nothing while there is no rush. */
  synchronized void step() {
    var load = meter.sinceLast();
    openByItself(load);
    rushes.remember();
    var near = rushes.near();
    if (near.isEmpty()) {
      return;
    }
    var now = clock.instant();
    ledgers.nodes.tell(load, now);
    near.forEach(rush -> tell(rush, load, now));
    near.forEach(rush -> move(rush, now));
    rushes.refresh();
  }

  private void tell(Rush rush, Load load, Instant now) {
    if (!rush.plan().open(now)) {
      ledgers.pictures.measure(rush.id(), now, rush.line(), load);
    }
    var counted = counts.take(rush.id());
    if (counted.nothing()) {
      return;
    }
    var told = false;
    try {
      transaction.executeWithoutResult(_ -> {
        ledgers.rows.addEarly(rush.id(), counted.early());
        ledgers.pictures.add(rush.id(), now, counted.arrived(), counted.admitted());
      });
      told = true;
    } finally {
      if (!told) {
        counts.giveBack(rush.id(), counted);
      }
    }
  }

  private void move(Rush rush, Instant now) {
    var id = rush.id();
    transaction.executeWithoutResult(_ ->
        ledgers
            .rows
            .toStep(id, now.minus(BETWEEN))
            .ifPresent(locked -> {
              var load = ledgers.nodes.worst(now);
              var before = locked.line();
              var line = before.step(now, load, locked.plan(), settings);
              if (!Pictures.slot(before.steppedAt()).equals(Pictures.slot(now))) {
                var called = ledgers.pictures.front(id, now.minus(COMES_WITHIN));
                line = line.showing(ledgers.admissions.shown(id, called));
                ledgers.nodes.forget(now);
              }
              ledgers.rows.store(id, line);
              ledgers.pictures.measure(id, now, line, load);
              if (line.over(now, locked.plan()) && ledgers.rows.end(id, now)) {
                log.info("Nobody waits any more: rush {} is over", id);
                rushes.changed();
              }
            }));
  }

  private void openByItself(Load load) {
    tooMuch = load.tooMuch(settings.overloaded(), settings.inFlight()) ? tooMuch + 1 : 0;
    if (tooMuch < LASTING || settings.services().isEmpty()) {
      return;
    }
    var now = clock.instant();
    var plan =
        new Plan(
            settings.services(), false, false, now, now, 0, settings.floor(), settings.ceiling());
    var id = Ids.next();
    if (ledgers.rows.insert(id, plan)) {
      log.warn("There is too much to do ({}): the waiting room opens, rush {}", load, id);
      rushes.changed();
    }
  }
}
