package ch.meinkonto.platform.crypto;

import ch.meinkonto.platform.Command;
import ch.meinkonto.platform.PortalSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Gives the master key a new key, seals everything anew under it, and takes the old keys away when
 * nothing needs them. Portals that run meanwhile read the file again when they meet the new key,
 * and at the latest after half a minute: what they sealed until then is sealed anew, too.
 */
@Component
class RotateMasterKeyCommand implements Command {

  static final String CONTINUE = "--continue";
  static final String REMOVE_OLD = "--remove-old";

  /** By then every portal seals under the newest key, and what it sealed before is stored. */
  static final Duration KNOWN_AFTER = MasterKey.READ_AGAIN.multipliedBy(2);

  private final PortalSettings settings;
  private final MasterKey masterKey;
  private final Resealing resealing;
  private final RotationLock lock;
  private final Clock clock;
  private final Consumer<Duration> pause;

  @Autowired
  RotateMasterKeyCommand(
      PortalSettings settings,
      MasterKey masterKey,
      Resealing resealing,
      RotationLock lock,
      Clock clock) {
    this(settings, masterKey, resealing, lock, clock, RotateMasterKeyCommand::sleep);
  }

  RotateMasterKeyCommand(
      PortalSettings settings,
      MasterKey masterKey,
      Resealing resealing,
      RotationLock lock,
      Clock clock,
      Consumer<Duration> pause) {
    this.settings = settings;
    this.masterKey = masterKey;
    this.resealing = resealing;
    this.lock = lock;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public String name() {
    return "rotate-master-key";
  }

  @Override
  public String description() {
    return "adds a new master key and seals everything anew under it; "
        + CONTINUE
        + ": only the latter; "
        + REMOVE_OLD
        + ": takes old keys away that nothing needs";
  }

  @Override
  public int run(List<String> arguments) {
    if (!List.of(CONTINUE, REMOVE_OLD).containsAll(arguments)) {
      return complain("Known are %s and %s.".formatted(CONTINUE, REMOVE_OLD));
    }
    if (!settings.masterKey().isBlank()) {
      return complain(
          "The master key is in the environment (MASTER_KEY). Put it into a file (MASTER_KEY_FILE)"
              + " that all nodes read, then rotate it.");
    }
    return lock.alone(() -> rotate(arguments, MasterKeySource.file(settings)))
        .orElseGet(() -> complain("The master key is being rotated already."));
  }

  private int rotate(List<String> arguments, Path file) {
    masterKey.refresh();
    if (!resealing.left().isEmpty()) {
      System.out.println("Something lies under an old key: going on with the earlier rotation.");
    } else if (arguments.isEmpty()) {
      change(file, MasterKey::rotate);
      System.out.println("The master key has a new key.");
    }
    tell(resealing.run());
    if (!known(file)) {
      tell(resealing.run());
    }
    var left = resealing.left();
    if (!left.isEmpty()) {
      left.forEach((what, rows) -> System.err.printf("%d %s need an old key.%n", rows, what));
      return complain("Does every portal read %s? Then repeat with %s.".formatted(file, CONTINUE));
    }
    if (arguments.contains(REMOVE_OLD)) {
      change(file, MasterKey::withoutOld);
      System.out.println("The old keys are gone.");
    } else {
      System.out.println(
          "Nothing in the database needs an old key any more. Keep a copy of the file with earlier"
              + " backups, which open with nothing else; then take the old keys away with "
              + REMOVE_OLD
              + ".");
    }
    return 0;
  }

  /** Whether all portals knew the file before; if not, waits until they do. */
  private boolean known(Path file) {
    var left = Duration.between(clock.instant(), MasterKeySource.changedAt(file).plus(KNOWN_AFTER));
    if (!left.isPositive()) {
      return true;
    }
    System.out.printf("Waiting %d s until every portal has read it.%n", left.toSeconds());
    pause.accept(left);
    return false;
  }

  private void change(Path file, UnaryOperator<String> change) {
    MasterKeySource.replace(file, change.apply(MasterKeySource.text(file)));
    masterKey.refresh();
  }

  private static void tell(Map<String, Long> done) {
    done.forEach((what, rows) -> {
      if (rows > 0) {
        System.out.printf("%d %s sealed anew.%n", rows, what);
      }
    });
  }

  private static int complain(String why) {
    System.err.println(why);
    return 1;
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted: repeat with " + CONTINUE, e);
    }
  }
}
