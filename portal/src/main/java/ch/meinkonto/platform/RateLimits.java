package ch.meinkonto.platform;

import ch.meinkonto.platform.crypto.LookupHash;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** How often something may be tried, counted across all nodes (token buckets in the database). */
@Component
public class RateLimits {

  private final ProxyManager<String> buckets;
  private final LookupHash hash;

  RateLimits(DataSource dataSource, LookupHash hash, Clock clock) {
    this.hash = hash;
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("platform_rate_limit")
            .clientClock(new WallClock(clock))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofMinutes(1)))
            .build();
  }

  /**
   * Whether one more is allowed.
   *
   * @param limit name, number and period
   * @param key what is limited, such as a network address; kept only as a keyed hash
   */
  public Decision take(Limit limit, String key) {
    var probe =
        buckets.getProxy(id(limit, key), limit::configuration).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? new Decision.Permitted()
        : new Decision.Refused(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Gives one back that was taken, such as when a log-in went well. */
  public void giveBack(Limit limit, String key) {
    buckets.getProxy(id(limit, key), limit::configuration).addTokens(1);
  }

  private String id(Limit limit, String key) {
    return limit.name() + ":" + HexFormat.of().formatHex(hash.of("rate-limit", key), 0, 16);
  }

  /**
   * So many in such a time; a full period's worth may come at once.
   *
   * @param name what is limited
   * @param times how many
   * @param period in which time
   */
  public record Limit(String name, int times, Duration period) {
    private BucketConfiguration configuration() {
      return BucketConfiguration.builder()
          .addLimit(Bandwidth.builder().capacity(times).refillGreedy(times, period).build())
          .build();
    }
  }

  /** The portal's clock as Bucket4j reads it. */
  private record WallClock(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  /** What came of it. */
  public sealed interface Decision {
    /** Go ahead. */
    record Permitted() implements Decision {}

    /** Not now; {@code retryAfter} says when again. */
    record Refused(Duration retryAfter) implements Decision {}
  }
}
