package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Formal;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import ch.meinkonto.unit.PortalRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Says what an office says in the way its {@link Switches} want it: twice, in the wrong order, or
 * nonsense first. What is held back is said when its time has come or the fault is switched off;
 * only a restart of the simulator forgets it.
 */
final class Unruly implements Correspondence {

  private static final Logger log = LoggerFactory.getLogger(Unruly.class);
  private static final Duration AGAIN = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Correspondence says;
  private final Switches switches;
  private final Clock clock;
  private final List<Held> held = new ArrayList<>();

  /** A word that is said when the fault is switched off, or at this moment if it is not. */
  private record Held(Case about, Fault fault, Instant until, Runnable word) {}

  Unruly(Correspondence says, Switches switches, Clock clock) {
    this.says = says;
    this.switches = switches;
    this.clock = clock;
  }

  @Override
  public void state(Case one, RequestState state, @Nullable String text) {
    say(one, () -> says.state(one, state, text));
  }

  @Override
  public void message(Case one, String text, List<Document> documents) {
    say(one, () -> says.message(one, text, documents));
  }

  @Override
  public void deliver(Case one, Formal formal, String text, List<Document> documents) {
    say(one, () -> says.deliver(one, formal, text, documents));
  }

  @Override
  public void ask(Case one, String text, boolean uploads) {
    say(one, () -> says.ask(one, text, uploads));
  }

  @Override
  public void ask(Case one, String text, JsonNode fields) {
    say(one, () -> says.ask(one, text, fields));
  }

  @Override
  public void place(Case one, List<Place> places) {
    say(one, () -> says.place(one, places));
  }

  private synchronized void say(Case one, Runnable word) {
    if (switches.on(Fault.GARBLED)) {
      says.nonsense(one);
      hold(one, Fault.GARBLED, Duration.ofDays(1), word);
    } else if (switches.on(Fault.OUT_OF_ORDER) && held.stream().noneMatch(of(one))) {
      hold(one, Fault.OUT_OF_ORDER, LONGEST, word);
    } else {
      word.run();
      if (switches.on(Fault.DUPLICATE)) {
        hold(one, Fault.DUPLICATE, AGAIN, word);
      }
      sayHeld(of(one));
    }
  }

  private static Predicate<Held> of(Case one) {
    return word ->
        word.fault() == Fault.OUT_OF_ORDER && word.about().requestId().equals(one.requestId());
  }

  private void hold(Case one, Fault fault, Duration atMost, Runnable word) {
    held.add(new Held(one, fault, clock.instant().plus(atMost), word));
  }

  /** Says what was held back and is due. */
  synchronized void sayWhatIsDue() {
    var now = clock.instant();
    sayHeld(word -> !now.isBefore(word.until()) || !switches.on(word.fault()));
  }

  private void sayHeld(Predicate<Held> which) {
    for (var one : held.stream().filter(which).toList()) {
      try {
        one.word().run();
      } catch (PortalRefused e) {
        log.warn("{}: what was said too late is not heard: {}", one.about().unit(), e.getMessage());
      }
      held.remove(one);
    }
  }
}
