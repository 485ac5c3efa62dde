package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.text.Normalizer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords (RFC 9106) with the native library. Each hash takes 19 MiB and a whole core for
 * a moment, so only as many run at once as there are cores; the others wait in line.
 */
@Component
class Argon2id {

  /** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
  static final Cost COST = new Cost(19 * 1024, 2, 1);

  /** Longer than that, nobody waits before a page; who comes then is asked to come back. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id, 16, 32);
  private final Semaphore cores;
  private final Duration longestWait;
  private final LongAdder computed = new LongAdder();
  private final String ofNobody;

  @Autowired
  Argon2id() {
    this(Runtime.getRuntime().availableProcessors(), LONGEST_WAIT);
  }

  /**
   * So many at a time.
   *
   * @param longestWait how long a hash waits for its turn
   */
  Argon2id(int atOnce, Duration longestWait) {
    this.cores = new Semaphore(atOnce, true);
    this.longestWait = longestWait;
    this.ofNobody = hash(UUID.randomUUID().toString());
  }

  /** What a hash costs: memory in KiB, passes, lanes. */
  record Cost(int memory, int passes, int lanes) {}

  /** The hash with its parameters and a new salt, in the usual encoding. */
  String hash(String password) {
    return hash(password, COST);
  }

  String hash(String password, Cost cost) {
    return inLine(
        () -> argon2.hash(cost.passes(), cost.memory(), cost.lanes(), normalised(password), UTF_8));
  }

  boolean matches(String hash, String password) {
    return inLine(() -> argon2.verify(hash, normalised(password), UTF_8));
  }

  /** Costs what {@link #matches} costs, for somebody who does not exist. */
  void matchNobody(String password) {
    if (matches(ofNobody, password)) {
      throw new IllegalStateException("A random password was guessed");
    }
  }

  /** Whether the hash was made with less than what is asked today. */
  boolean isWeak(String hash) {
    return argon2.needsRehash(hash, COST.passes(), COST.memory(), COST.lanes());
  }

  /** How many hashes were computed so far. */
  long computed() {
    return computed.sum();
  }

  /** The same password typed on another keyboard is the same (NIST SP 800-63B-4 §3.1.1.2). */
  private static char[] normalised(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).toCharArray();
  }

  private <T> T inLine(Supplier<T> work) {
    try {
      if (!cores.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TooBusy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooBusy();
    }
    try {
      computed.increment();
      return work.get();
    } finally {
      cores.release();
    }
  }
}
