package ch.meinkonto.entrance;

import ch.meinkonto.platform.crypto.Sha256;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What a ticket costs where many are asked for from one account or network: some computing, or,
 * without script, some waiting. Nobody is refused: behind one address there may be a school. Each
 * node counts for itself, in memory, so that a ticket costs the database nothing.
 */
@Component
class Efforts {

  static final String PROOF_HEADER = "Waiting-Room-Proof";

  /** So many tickets at once are free, then one in each step. */
  private static final int FREE = 30;

  private static final Duration STEP = Duration.ofSeconds(1);
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  /** About a tenth of a second of a phone's time, to some seconds. */
  private static final int FEWEST_BITS = 12;

  private static final int MOST_BITS = 18;
  private static final int BITS_AT = 48;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

  private final Clock clock;
  private final Tickets tickets;
  private final Cache<String, Instant> paidUntil =
      Caffeine.newBuilder().maximumSize(200_000).expireAfterAccess(Duration.ofMinutes(10)).build();

  private final Cache<String, Boolean> redeemed =
      Caffeine.newBuilder().maximumSize(200_000).expireAfterWrite(Duration.ofMinutes(15)).build();

  Efforts(Clock clock, Tickets tickets) {
    this.clock = clock;
    this.tickets = tickets;
  }

  /**
   * What one more ticket costs.
   *
   * @param from the account or network that asks
   * @return a number for a task; 0 when it costs nothing
   */
  long task(String from) {
    var now = clock.instant();
    var begin = now.minus(STEP.multipliedBy(FREE));
    var until =
        paidUntil
            .asMap()
            .merge(
                from,
                begin.plus(STEP),
                (known, fresh) -> known.isBefore(begin) ? fresh : known.plus(STEP));
    var ahead = Duration.between(now, until);
    if (!ahead.isPositive()) {
      return 0;
    }
    var tooMany = Math.max(1, ahead.dividedBy(STEP));
    var bits =
        Math.min(MOST_BITS, FEWEST_BITS + Long.SIZE - Long.numberOfLeadingZeros(tooMany) - 1);
    var pause = ahead.compareTo(LONGEST) > 0 ? LONGEST : ahead;
    return ((long) bits << BITS_AT)
        + now.plus(pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause).getEpochSecond();
  }

  /** How many bits of a hash have to be 0. */
  static int bits(Ticket task) {
    return (int) (task.number() >>> BITS_AT);
  }

  /** When nothing has to be computed any more. */
  static Instant freeAt(Ticket task) {
    return Instant.ofEpochSecond(task.number() & ((1L << BITS_AT) - 1));
  }

  /** How long it is until then. */
  Duration pause(Ticket task) {
    var pause = Duration.between(clock.instant(), freeAt(task));
    return pause.isNegative() ? Duration.ZERO : pause.plusSeconds(1);
  }

  /** What the script hashes, with a number behind it. */
  String puzzle(Ticket task) {
    return tickets.written(task);
  }

  /** Whether somebody has computed or waited long enough; once, at this node. */
  boolean redeem(Ticket task, String proof) {
    var puzzle = puzzle(task);
    return (!clock.instant().isBefore(freeAt(task)) || solves(puzzle, proof, bits(task)))
        && redeemed.asMap().putIfAbsent(puzzle, true) == null;
  }

  /** Nobody earns tickets in stock, nor two by one task. */
  boolean over(Ticket task) {
    return clock.instant().isAfter(freeAt(task).plus(GOOD_FOR))
        || redeemed.getIfPresent(puzzle(task)) != null;
  }

  static boolean solves(String puzzle, String proof, int bits) {
    if (!NUMBER.matcher(proof).matches()) {
      return false;
    }
    var hash = Sha256.of((puzzle + ":" + proof).getBytes(StandardCharsets.US_ASCII));
    return Integer.numberOfLeadingZeros(ByteBuffer.wrap(hash).getInt()) >= bits;
  }
}
