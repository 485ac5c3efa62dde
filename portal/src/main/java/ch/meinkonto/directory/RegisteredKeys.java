package ch.meinkonto.directory;

import ch.meinkonto.platform.job.Pulse;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The keys that units registered and operators confirmed, as this node knows them. What another
 * node, or a command, has changed is noticed within a second.
 */
@Component
class RegisteredKeys extends Pulse {

  private static final Logger log = LoggerFactory.getLogger(RegisteredKeys.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private record State(String version, Map<UnitId, List<KeyRegistration>> byUnit) {}

  private final RegistrationTable table;
  private final Clock clock;
  private volatile State state;

  RegisteredKeys(RegistrationTable table, Clock clock) {
    super("registered-keys", LOOK);
    this.table = table;
    this.clock = clock;
    this.state = read();
  }

  /** The unit's registered keys that count, those confirmed last at the end. */
  List<JWK> keys(UnitId unit) {
    var now = clock.instant();
    var keys = new ArrayList<JWK>();
    for (var registration : state.byUnit.getOrDefault(unit, List.of())) {
      if (registration.counts(now)) {
        registration.keys().getKeys().forEach(key -> keys.add(since(registration, key)));
      }
    }
    return keys;
  }

  /** Whatever the unit wrote into it: a key seals since the city knows it. */
  private static JWK since(KeyRegistration registration, JWK key) {
    var confirmed = Date.from(Objects.requireNonNull(registration.confirmedAt(), "confirmed"));
    return switch (key) {
      case ECKey ec -> new ECKey.Builder(ec).issueTime(confirmed).build();
      case RSAKey rsa -> new RSAKey.Builder(rsa).issueTime(confirmed).build();
      default -> throw new IllegalStateException(key.getKeyType() + " was let in");
    };
  }

  /** Where the newest registration wants pushes; empty when it wants none, or there is none. */
  Optional<URI> push(UnitId unit) {
    return newest(unit).map(KeyRegistration::push);
  }

  /** The registration that was confirmed last. */
  Optional<KeyRegistration> newest(UnitId unit) {
    return state.byUnit.getOrDefault(unit, List.of()).stream()
        .filter(registration -> registration.replacedAt() == null)
        .max(
            Comparator.comparing(
                registration -> Objects.requireNonNull(registration.confirmedAt())));
  }

  /** Which units registered keys. */
  Set<UnitId> units() {
    return state.byUnit.keySet();
  }

  void reload() {
    state = read();
  }

  private State read() {
    var version = table.version();
    return new State(
        version, table.confirmed().stream().collect(Collectors.groupingBy(KeyRegistration::unit)));
  }

  void look() {
    if (!table.version().equals(state.version)) {
      reload();
    }
  }

  @Override
  protected void beat() {
    try {
      look();
    } catch (RuntimeException e) {
      log.warn("Looking for registered keys failed; those known go on serving", e);
    }
  }
}
