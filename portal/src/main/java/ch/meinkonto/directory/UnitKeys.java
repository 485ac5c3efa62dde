package ch.meinkonto.directory;

import ch.meinkonto.contract.Fingerprint;
import ch.meinkonto.platform.yaml.Finding;
import ch.meinkonto.platform.yaml.Findings;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The units’ public keys: files ({@code <unit>.jwks.json}) and the addresses to which the portal
 * pushes ({@code <unit>.push.json}), and besides what units registered. They are the units’ own and
 * lie apart from the city’s folder. A file that is not in order is refused by itself: that unit’s
 * last good keys go on serving.
 */
public final class UnitKeys {

  private static final Logger LOG = LoggerFactory.getLogger(UnitKeys.class);
  private static final String KEYS = ".jwks.json";
  private static final String PUSH = ".push.json";

  private record State(Map<UnitId, JWKSet> keys, Map<UnitId, URI> push, List<Finding> findings) {}

  private final Path folder;
  private final Clock clock;
  private final @Nullable RegisteredKeys registered;
  private volatile State state = new State(Map.of(), Map.of(), List.of());

  /** Files only. */
  UnitKeys(Path folder, Clock clock) {
    this(folder, clock, null);
  }

  UnitKeys(Path folder, Clock clock, @Nullable RegisteredKeys registered) {
    this.folder = folder;
    this.clock = clock;
    this.registered = registered;
    reload();
  }

  Path path() {
    return folder;
  }

  /** All public keys of a unit: those in its file, then those registered. */
  public Optional<JWKSet> keys(UnitId unit) {
    var later = registered == null ? List.<JWK>of() : registered.keys(unit);
    if (later.isEmpty() && !state.keys.containsKey(unit) && isNew(unit)) {
      reload();
    }
    var file = Optional.ofNullable(state.keys.get(unit));
    return later.isEmpty() ? file : Optional.of(together(file, later));
  }

  /** What stands in both counts as registered, since that says when. */
  private static JWKSet together(Optional<JWKSet> file, List<JWK> later) {
    var keys = new LinkedHashMap<String, JWK>();
    file.ifPresent(set -> set.getKeys().forEach(key -> keys.put(key.getKeyID(), key)));
    later.forEach(key -> {
      keys.remove(key.getKeyID());
      keys.put(key.getKeyID(), key);
    });
    return new JWKSet(List.copyOf(keys.values()));
  }

  /** Whether a unit other than this one has such a key. */
  boolean hasAnother(UnitId unit, Predicate<Fingerprint> key) {
    var units = new HashSet<>(state.keys.keySet());
    if (registered != null) {
      units.addAll(registered.units());
    }
    units.remove(unit);
    return units.stream()
        .flatMap(other -> keys(other).stream())
        .flatMap(set -> set.getKeys().stream())
        .map(Fingerprint::of)
        .anyMatch(key);
  }

  /** A unit that has just handed in its first keys need not wait for the next look. */
  private boolean isNew(UnitId unit) {
    var file = folder.resolve(unit + KEYS);
    return Files.exists(file)
        && state.findings.stream().noneMatch(finding -> finding.file().equals(file));
  }

  /** The key that seals for a unit: of those valid now the one issued last, else listed last. */
  public Optional<JWK> sealingKey(UnitId unit) {
    var now = clock.instant();
    return keys(unit).stream()
        .flatMap(set -> set.getKeys().stream())
        .filter(key -> KeyUse.ENCRYPTION.equals(key.getKeyUse()) && validAt(now, key))
        .reduce((one, next) -> ISSUED.compare(one, next) > 0 ? one : next);
  }

  /** Where the portal pushes to, for a unit that is pushed to. */
  public Optional<URI> pushTo(UnitId unit) {
    return Optional.ofNullable(state.push.get(unit))
        .or(() -> registered == null ? Optional.empty() : registered.push(unit));
  }

  /** What is wrong in the folder now, for the operators. */
  public List<Finding> findings() {
    return state.findings;
  }

  private static final Comparator<JWK> ISSUED =
      Comparator.comparing(key -> instant(key.getIssueTime(), Instant.MIN));

  private static boolean validAt(Instant now, JWK key) {
    return !instant(key.getNotBeforeTime(), Instant.MIN).isAfter(now)
        && instant(key.getExpirationTime(), Instant.MAX).isAfter(now);
  }

  private static Instant instant(@Nullable Date date, Instant otherwise) {
    return date == null ? otherwise : date.toInstant();
  }

  /** Reads the folder again. */
  synchronized void reload() {
    var before = state;
    var findings = new Findings();
    var keys = new HashMap<UnitId, JWKSet>();
    var push = new HashMap<UnitId, URI>();
    for (var file : files()) {
      var name = file.getFileName().toString();
      if (name.endsWith(KEYS)) {
        unit(file, KEYS, findings)
            .ifPresent(unit ->
                UnitKeyFile.keys(file, findings)
                    .or(() -> Optional.ofNullable(before.keys.get(unit)))
                    .ifPresent(set -> keys.put(unit, set)));
      } else if (name.endsWith(PUSH)) {
        unit(file, PUSH, findings)
            .ifPresent(unit ->
                UnitKeyFile.push(file, findings)
                    .or(() -> Optional.ofNullable(before.push.get(unit)))
                    .ifPresent(url -> push.put(unit, url)));
      }
    }
    state = new State(Map.copyOf(keys), Map.copyOf(push), findings.all());
    findings.all().forEach(finding -> LOG.error("Refused: {}", finding));
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var listed = Files.list(folder)) {
      return listed.sorted().toList();
    } catch (IOException e) {
      LOG.error("The folder {} can’t be read", folder, e);
      return List.of();
    }
  }

  private static Optional<UnitId> unit(Path file, String suffix, Findings findings) {
    var name = file.getFileName().toString();
    var id = name.substring(0, name.length() - suffix.length());
    if (Slug.fits(id)) {
      return Optional.of(new UnitId(id));
    }
    findings.add(file, 1, "the file is not named after a unit");
    return Optional.empty();
  }
}
