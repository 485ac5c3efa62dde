package ch.meinkonto.directory;

import ch.meinkonto.directory.KeyRegistration.State;
import ch.meinkonto.platform.Command;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Letting units' keys in, and revoking them. Two people type two names here; who sits at the
 * terminal, only the machine's own log-in can say.
 */
@Component
class UnitKeysCommand implements Command {

  private static final int MISUSED = 64; // sysexits.h, EX_USAGE

  private final KeyRegistrations registrations;

  UnitKeysCommand(KeyRegistrations registrations) {
    this.registrations = registrations;
  }

  @Override
  public String name() {
    return "unit-keys";
  }

  @Override
  public String description() {
    return "lists keys that units registered; propose, confirm, refuse or revoke UNIT|ID OPERATOR";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.isEmpty()) {
      return list();
    }
    if (arguments.size() != 3) {
      return misused();
    }
    var which = arguments.get(1);
    var operator = arguments.get(2);
    return switch (arguments.getFirst()) {
      case "propose" ->
          say(one(which, State.WAITING).map(id -> registrations.propose(id, operator)));
      case "confirm" ->
          say(one(which, State.WAITING).map(id -> registrations.confirm(id, operator)));
      case "refuse" -> say(one(which, State.WAITING).map(id -> registrations.refuse(id, operator)));
      case "revoke" ->
          say(one(which, State.CONFIRMED).map(id -> registrations.revoke(id, operator)));
      default -> misused();
    };
  }

  private static int misused() {
    System.err.println("unit-keys | unit-keys propose|confirm|refuse|revoke UNIT|ID OPERATOR");
    return MISUSED;
  }

  private int list() {
    var all = registrations.all();
    all.forEach(UnitKeysCommand::print);
    System.out.printf(
        "%d wait to be confirmed.%n",
        all.stream().filter(one -> one.state() == State.WAITING).count());
    return 0;
  }

  private static void print(KeyRegistration one) {
    System.out.printf("%s  %s  %s%s%n", one.id(), one.unit(), one.state().code(), by(one));
    System.out.printf("  fingerprint  %s%n", one.fingerprint());
    System.out.printf("  contact      %s%n", one.contact());
    if (one.push() != null) {
      System.out.printf("  push         %s%n", one.push());
    }
  }

  private static String by(KeyRegistration one) {
    if (one.replacedAt() != null) {
      return ", replaced " + one.replacedAt();
    }
    if (one.confirmedBy() != null) {
      return " by "
          + Optional.ofNullable(one.proposedBy()).map(first -> first + " and ").orElse("")
          + one.confirmedBy();
    }
    return one.proposedBy() == null ? "" : ", proposed by " + one.proposedBy();
  }

  /** By its id; by its unit, when that has one alone in this state. */
  private Optional<UUID> one(String which, State state) {
    var fitting =
        registrations.all().stream()
            .filter(one -> one.state() == state && one.replacedAt() == null)
            .filter(one -> one.unit().value().equals(which))
            .map(KeyRegistration::id)
            .toList();
    if (fitting.size() == 1) {
      return Optional.of(fitting.getFirst());
    }
    try {
      return Optional.of(UUID.fromString(which));
    } catch (IllegalArgumentException notAnId) {
      System.err.printf("%d registrations of %s: name one by its id.%n", fitting.size(), which);
      return Optional.empty();
    }
  }

  private static int say(Optional<KeyOutcome> outcome) {
    return outcome
        .map(came ->
            switch (came) {
              case KeyOutcome.Done(var one) -> {
                print(one);
                yield 0;
              }
              case KeyOutcome.Refused(var reason) -> {
                System.err.println("Nothing changed: " + reason.replace('-', ' ') + ".");
                yield 1;
              }
            })
        .orElse(1);
  }
}
