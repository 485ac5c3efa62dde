package ch.meinkonto.platform;

import ch.meinkonto.platform.crypto.LookupHash;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** How often something may be tried, counted across all nodes (token buckets in the database). */
@Component
public class RateLimits {

  private final ProxyManager<String> buckets;
  private final LookupHash hash;

  RateLimits(DataSource dataSource, LookupHash hash) {
    this.hash = hash;
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("platform_rate_limit")
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
    var id = limit.name() + ":" + HexFormat.of().formatHex(hash.of("rate-limit", key), 0, 16);
    var probe = buckets.getProxy(id, limit::configuration).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? new Decision.Permitted()
        : new Decision.Refused(Duration.ofNanos(probe.getNanosToWaitForRefill()));
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

  /** What came of it. */
  public sealed interface Decision {
    /** Go ahead. */
    record Permitted() implements Decision {}

    /** Not now; {@code retryAfter} says when again. */
    record Refused(Duration retryAfter) implements Decision {}
  }
}
