package ch.meinkonto.connector.worklist.clerk;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who guesses must wait, and the clerk need not: a browser in which they were logged in before has
 * tries of its own, which no stranger can use up. What goes well gives its try back.
 */
@Component
public class Attempts {

  private static final int MOST_BUCKETS = 20_000;

  private record Limit(String bucket, int tries, Duration within) {}

  private static final class Bucket {
    private final Deque<Instant> tries = new ArrayDeque<>();
  }

  private final Clock clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_BUCKETS;
        }
      };

  @Autowired
  Attempts() {
    this(Clock.systemUTC());
  }

  Attempts(Clock clock) {
    this.clock = clock;
  }

  /** A try that was allowed. */
  public interface Try {
    /** It went well. */
    void wentWell();
  }

  /** What comes of asking. */
  public sealed interface Answer {
    record Go(Try attempt) implements Answer {}

    record Wait(Duration until) implements Answer {}
  }

  /** Somebody wants to try a password or a code to begin with. */
  public Answer password(String login, String address, boolean knownDevice) {
    return knownDevice
        ? take(List.of(new Limit("device " + login, 10, Duration.ofMinutes(15))))
        : take(
            List.of(
                new Limit("network " + network(address), 40, Duration.ofMinutes(10)),
                new Limit("pair " + login + " " + network(address), 5, Duration.ofMinutes(15)),
                new Limit("login " + login, 50, Duration.ofMinutes(30))));
  }

  /** An IPv4 address, or the /64 that one IPv6 customer has. */
  private static String network(String address) {
    byte[] bytes = InetAddress.ofLiteral(address.replaceAll("%.*", "")).getAddress();
    return HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
  }

  /** Somebody who knows the password wants to try a code of the second factor. */
  public Answer code(String login) {
    return take(List.of(new Limit("code " + login, 5, Duration.ofMinutes(15))));
  }

  private synchronized Answer take(List<Limit> limits) {
    Instant now = clock.instant();
    List<Bucket> mine = new ArrayList<>();
    for (Limit limit : limits) {
      Bucket bucket = buckets.computeIfAbsent(limit.bucket, _ -> new Bucket());
      Instant since = now.minus(limit.within);
      while (!bucket.tries.isEmpty() && !bucket.tries.getFirst().isAfter(since)) {
        bucket.tries.removeFirst();
      }
      if (bucket.tries.size() >= limit.tries) {
        return new Answer.Wait(Duration.between(since, bucket.tries.getFirst()));
      }
      mine.add(bucket);
    }
    mine.forEach(bucket -> bucket.tries.addLast(now));
    return new Answer.Go(() -> giveBack(mine, now));
  }

  private synchronized void giveBack(List<Bucket> mine, Instant taken) {
    mine.forEach(bucket -> bucket.tries.removeLastOccurrence(taken));
  }
}
