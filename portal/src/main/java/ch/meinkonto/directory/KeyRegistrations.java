package ch.meinkonto.directory;

import ch.meinkonto.contract.Registration;
import ch.meinkonto.directory.KeyRegistration.State;
import ch.meinkonto.directory.UnitKeysChanged.What;
import ch.meinkonto.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keys that units hand in by themselves. First keys wait until two operators have compared their
 * fingerprint with the unit's technician; later ones need a signature by a key that counts. Every
 * step is kept, with who took it.
 */
@Component
public class KeyRegistrations {

  /** How long a registration waits for operators. */
  static final Duration PATIENCE = Duration.ofDays(14);

  private static final Logger log = LoggerFactory.getLogger(KeyRegistrations.class);
  private static final int MOST_WAITING = 10;

  private final RegistrationTable table;
  private final RegisteredKeys registered;
  private final UnitKeys unitKeys;
  private final Directory directory;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  KeyRegistrations(
      RegistrationTable table,
      RegisteredKeys registered,
      UnitKeys unitKeys,
      Directory directory,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.registered = registered;
    this.unitKeys = unitKeys;
    this.directory = directory;
    this.events = events;
    this.clock = clock;
  }

  /** All that wait, count, or counted; the oldest first. */
  public List<KeyRegistration> all() {
    return table.all();
  }

  /** One of them. */
  public Optional<KeyRegistration> find(UUID id) {
    return table.find(id);
  }

  /** A unit hands in keys, and waits; again the same, and hears where they stand. */
  @Transactional
  public KeyOutcome handIn(Registration registration) {
    var all = table.lockAll();
    return objection(registration, all)
        .<KeyOutcome>map(KeyOutcome.Refused::new)
        .orElseGet(() ->
            same(registration, all)
                .<KeyOutcome>map(KeyOutcome.Done::new)
                .orElseGet(() -> wait(registration, all)));
  }

  /** New keys for a unit, which a key that counts has signed for: the caller has checked that. */
  @Transactional
  public KeyOutcome rotate(Registration registration, String signedBy) {
    var all = table.lockAll();
    var objection = objection(registration, all);
    if (objection.isPresent()) {
      return new KeyOutcome.Refused(objection.get());
    }
    var one = same(registration, all).orElseGet(() -> added(registration));
    return one.state() == State.CONFIRMED
        ? new KeyOutcome.Done(one)
        : confirmed(one, "key " + signedBy, What.ROTATED);
  }

  /** The first of two operators has compared the fingerprint. */
  @Transactional
  public KeyOutcome propose(UUID id, String operator) {
    return when(
        id,
        one -> one.state() == State.WAITING && one.proposedBy() == null,
        "is-not-waiting-for-a-first-operator",
        one -> {
          table.propose(id, name(operator));
          log.info("{} proposes the keys {} of {}", operator, one.id(), one.unit());
        });
  }

  /** The second one, somebody else, has compared it, too: the keys count. */
  @Transactional
  public KeyOutcome confirm(UUID id, String operator) {
    var all = table.lockAll();
    var found = all.stream().filter(one -> one.id().equals(id)).findFirst();
    if (found.isEmpty() || found.get().state() != State.WAITING) {
      return new KeyOutcome.Refused("is-not-waiting");
    }
    var one = found.get();
    if (one.proposedBy() == null) {
      return new KeyOutcome.Refused("nobody-has-proposed-it");
    }
    if (one.proposedBy().equalsIgnoreCase(name(operator))) {
      return new KeyOutcome.Refused("needs-a-second-operator");
    }
    if (isElsewhere(one, all)) {
      return new KeyOutcome.Refused("key-of-somebody-else");
    }
    return confirmed(one, name(operator), What.CONFIRMED);
  }

  /** It was not the unit. */
  @Transactional
  public KeyOutcome refuse(UUID id, String operator) {
    return when(
        id,
        one -> one.state() == State.WAITING,
        "is-not-waiting",
        one -> end(one, State.REFUSED, operator));
  }

  /** These keys must not be believed any more, from this moment: one operator is enough. */
  @Transactional
  public KeyOutcome revoke(UUID id, String operator) {
    return when(
        id,
        one -> one.state() == State.CONFIRMED,
        "does-not-count",
        one -> {
          end(one, State.REVOKED, operator);
          tell(one, What.REVOKED);
        });
  }

  int forget() {
    return table.forget(clock.instant().minus(PATIENCE));
  }

  private Optional<String> objection(Registration registration, List<KeyRegistration> all) {
    var unit = registration.unit();
    if (!Slug.fits(unit) || directory.unit(new UnitId(unit)).isEmpty()) {
      return Optional.of("unknown-unit");
    }
    return RegistrationRules.flaw(registration)
        .or(() -> clash(new UnitId(unit), registration, all));
  }

  private Optional<String> clash(
      UnitId unit, Registration registration, List<KeyRegistration> all) {
    var keys = registration.keys();
    if (all.stream()
        .anyMatch(
            old -> old.state() == State.REVOKED && RegistrationRules.overlap(old.keys(), keys))) {
      return Optional.of("revoked-key");
    }
    if (unitKeys.hasAnother(unit, key -> RegistrationRules.fingerprints(keys).contains(key))) {
      return Optional.of("key-of-somebody-else");
    }
    return unitKeys
        .keys(unit)
        .filter(known -> RegistrationRules.clashes(keys, known.getKeys()))
        .map(_ -> "key-id-is-taken");
  }

  private boolean isElsewhere(KeyRegistration one, List<KeyRegistration> all) {
    return all.stream()
        .anyMatch(other ->
            !other.unit().equals(one.unit())
                && other.state() == State.CONFIRMED
                && RegistrationRules.overlap(other.keys(), one.keys()));
  }

  private static Optional<KeyRegistration> same(
      Registration registration, List<KeyRegistration> all) {
    return all.stream()
        .filter(one -> one.unit().value().equals(registration.unit()))
        .filter(one ->
            one.state() == State.WAITING
                || (one.state() == State.CONFIRMED && one.replacedAt() == null))
        .filter(one ->
            RegistrationRules.fingerprints(one.keys())
                    .equals(RegistrationRules.fingerprints(registration.keys()))
                && one.signedBy().equals(registration.signedBy())
                && Objects.equals(one.push(), registration.push())
                && one.contact().equals(registration.contact()))
        .findFirst();
  }

  private KeyOutcome wait(Registration registration, List<KeyRegistration> all) {
    var waiting =
        all.stream()
            .filter(one -> one.state() == State.WAITING)
            .filter(one -> one.unit().value().equals(registration.unit()))
            .count();
    if (waiting >= MOST_WAITING) {
      return new KeyOutcome.Refused("too-many-are-waiting");
    }
    var one = added(registration);
    if (waiting == 0) {
      tell(one, What.HANDED_IN);
    }
    return new KeyOutcome.Done(one);
  }

  private KeyRegistration added(Registration registration) {
    var one =
        new KeyRegistration(
            Ids.next(),
            new UnitId(registration.unit()),
            registration.keys(),
            registration.signedBy(),
            registration.push(),
            registration.contact(),
            State.WAITING,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            null,
            null,
            null);
    table.add(one);
    log.info("Keys {} of {} were handed in: {}", one.id(), one.unit(), one.fingerprint());
    return one;
  }

  private KeyOutcome confirmed(KeyRegistration one, String by, What what) {
    table.confirm(one, by, clock.instant());
    log.info("Keys {} of {} count from now on, by {}", one.id(), one.unit(), by);
    tell(one, what);
    return done(one.id());
  }

  private void end(KeyRegistration one, State state, String operator) {
    table.end(one.id(), state, name(operator), clock.instant());
    log.warn("Keys {} of {} are {}, by {}", one.id(), one.unit(), state.code(), operator);
  }

  private KeyOutcome when(
      UUID id,
      Predicate<KeyRegistration> possible,
      String otherwise,
      Consumer<KeyRegistration> then) {
    var one = table.lockAll().stream().filter(each -> each.id().equals(id)).findFirst();
    if (one.filter(possible).isEmpty()) {
      return new KeyOutcome.Refused(otherwise);
    }
    then.accept(one.get());
    return done(id);
  }

  private KeyOutcome done(UUID id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            registered.reload();
          }
        });
    return new KeyOutcome.Done(table.find(id).orElseThrow());
  }

  /** Who was known before hears of it, too: a thief would name an address of their own. */
  private void tell(KeyRegistration one, What what) {
    var contacts = new HashSet<>(Set.of(one.contact()));
    registered.newest(one.unit()).map(KeyRegistration::contact).ifPresent(contacts::add);
    events.publishEvent(new UnitKeysChanged(one.unit(), what, contacts, one.fingerprint().value()));
  }

  private static String name(String operator) {
    var name = operator.strip();
    if (name.isEmpty() || name.length() > 100) {
      throw new IllegalArgumentException("An operator has a name of at most 100 characters");
    }
    return name;
  }
}
