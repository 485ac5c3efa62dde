package ch.meinkonto.connector.worklist.clerk;

import ch.meinkonto.connector.ConnectorSettings;
import ch.meinkonto.connector.worklist.vault.VaultKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** All clerks of this connector. */
@Component
public class Clerks {

  /** NIST SP 800-63B-4 §3.1.1.2 asks for as many where a second factor stands beside. */
  public static final int SHORTEST_PASSWORD = 12;

  public static final int LONGEST_PASSWORD = 200;

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
  private static final int LONGEST_LOGIN = 40;
  private static final Duration CODE_IS_GOOD = Duration.ofDays(7);

  private final Path folder;
  private final ClerkFiles files;
  private final Clock clock;
  private final Hashing hashing = new Hashing();
  private @Nullable VaultKey key;

  @Autowired
  Clerks(ConnectorSettings settings) {
    this(settings.clerks(), Clock.systemUTC());
  }

  Clerks(Path folder, Clock clock) {
    this.folder = folder;
    this.files = new ClerkFiles(folder);
    this.clock = clock;
  }

  private interface Work<T> {
    T done() throws IOException;
  }

  private synchronized <T> T on(Work<T> work) {
    try {
      if (key == null) {
        files.prepare();
        Path file = folder.resolve("clerks.key");
        key = Files.exists(file) ? VaultKey.read(file) : VaultKey.make(file);
      }
      return work.done();
    } catch (IOException e) {
      throw new UncheckedIOException("the clerks cannot be read or written", e);
    }
  }

  private VaultKey key() {
    return Objects.requireNonNull(key);
  }

  public Optional<Clerk> find(String login) {
    return isLogin(login) ? on(() -> files.find(login)) : Optional.empty();
  }

  /** The clerks of a unit, by name. */
  public List<Clerk> of(String unit) {
    return all().stream().filter(clerk -> clerk.unit().equals(unit)).toList();
  }

  /** What the clerks of a unit are called, by their login names. */
  public Map<String, String> names(String unit) {
    return of(unit).stream().collect(Collectors.toMap(Clerk::login, Clerk::name));
  }

  /** All clerks. */
  public List<Clerk> all() {
    return on(() -> {
      List<Clerk> clerks = new ArrayList<>();
      for (String login : files.logins()) {
        files.find(login).ifPresent(clerks::add);
      }
      return clerks;
    });
  }

  public static boolean isLogin(String login) {
    return login.length() <= LONGEST_LOGIN && LOGIN.matcher(login).matches();
  }

  /**
   * Adds a clerk; gives the code with which they begin, or nothing when the login name is taken.
   */
  public Optional<String> add(String login, String name, String unit, Role role) {
    if (!isLogin(login)) {
      throw new IllegalArgumentException("no login name: small letters, digits, dots, hyphens");
    }
    String code = Hashing.newCode();
    Clerk fresh =
        Clerk.begins(
            login, name, unit, role, now(), Hashing.ofCode(code), now().plus(CODE_IS_GOOD));
    Optional<Clerk> there =
        on(() -> files.change(login, known -> known.or(() -> Optional.of(fresh))));
    return there.filter(fresh::equals).map(_ -> code);
  }

  /** Password and second factor are no longer good; gives the code with which to begin again. */
  public Optional<String> beginAgain(String login) {
    String code = Hashing.newCode();
    return change(
            login,
            clerk -> clerk.beginsAgain(now(), Hashing.ofCode(code), now().plus(CODE_IS_GOOD)))
        .map(_ -> code);
  }

  public void setLocked(String login, boolean locked) {
    change(login, clerk -> clerk.locked(locked));
  }

  public void setRole(String login, Role role) {
    change(login, clerk -> clerk.with(role));
  }

  public void remove(String login) {
    on(() -> files.change(login, _ -> Optional.empty()));
  }

  private Optional<Clerk> change(String login, UnaryOperator<Clerk> change) {
    return isLogin(login)
        ? on(() -> files.change(login, known -> known.map(change)))
        : Optional.empty();
  }

  /** Whether somebody may begin with this code. */
  public boolean mayBegin(String login, String code) {
    Optional<Clerk> clerk = find(login).filter(one -> one.expected(now()));
    return Hashing.isCode(clerk.map(Clerk::startCode).orElse(null), code);
  }

  /** Sets both factors at once; the code to begin with is used up. Whether it went well. */
  public boolean begin(String login, String code, String password, byte[] secret, String typed) {
    OptionalLong step = Totp.step(secret, typed, now());
    if (step.isEmpty() || !mayBegin(login, code)) {
      return false;
    }
    String hash = hashing.hash(password);
    Instant since = now();
    return change(
            login,
            clerk ->
                clerk.expected(since) && Hashing.isCode(clerk.startCode(), code)
                    ? clerk.ready(since, hash, sealed(login, secret), step.getAsLong())
                    : clerk)
        .filter(clerk -> hash.equals(clerk.password()))
        .isPresent();
  }

  /** Sets both factors as the demo's file has them. */
  void set(String login, String password, byte[] secret) {
    String hash = hashing.hash(password);
    change(login, clerk -> clerk.ready(now(), hash, sealed(login, secret), 0));
  }

  private String sealed(String login, byte[] secret) {
    return Base64.getEncoder().encodeToString(key().wrap(secret, "totp " + login));
  }

  /** The clerk whose password this is; for nobody it takes as long. */
  public Optional<Clerk> withPassword(String login, String password) {
    Optional<Clerk> clerk = find(login).filter(one -> one.ready() && !one.locked());
    boolean right = hashing.matches(clerk.map(Clerk::password).orElse(null), password);
    return clerk.filter(_ -> right);
  }

  /** Whether this is the second factor's code now; each is good once. */
  public boolean useCode(String login, String typed) {
    Optional<Clerk> clerk = find(login).filter(Clerk::ready);
    OptionalLong step =
        clerk.map(one -> Totp.step(secret(one), typed, now())).orElse(OptionalLong.empty());
    if (step.isEmpty()) {
      return false;
    }
    boolean[] fresh = {false};
    change(
        login,
        one -> {
          fresh[0] = one.step() < step.getAsLong();
          return fresh[0] ? one.used(step.getAsLong()) : one;
        });
    return fresh[0];
  }

  private byte[] secret(Clerk clerk) {
    return on(() ->
        key()
            .unwrap(
                Base64.getDecoder().decode(Objects.requireNonNull(clerk.secret())),
                "totp " + clerk.login()));
  }

  /** A mark for a browser in which the clerk was logged in before. */
  public String deviceMark(Clerk clerk) {
    return on(() ->
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(key().mark("device", clerk.login() + "\n" + clerk.since())));
  }

  /** Whether a browser has the clerk's mark. */
  public boolean knowsDevice(String login, @Nullable String mark) {
    return mark != null
        && find(login)
            .filter(clerk -> MessageDigest.isEqual(bytes(deviceMark(clerk)), bytes(mark)))
            .isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
