package ch.meinkonto.platform;

import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.database.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * How often something may be tried, counted across all nodes. Kept is only when the whole limit is
 * there again (generic cell rate algorithm, ITU-T I.371): one number, so that taking and giving
 * back cost a login one statement each, however many limits it counts against.
 */
@Component
public class RateLimits {

  private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);

  /** Some thousand limits. */
  private static final int PAGES_AT_A_TIME = 50;

  private final JdbcClient jdbc;
  private final LookupHash hash;
  private final Clock clock;

  RateLimits(JdbcClient jdbc, LookupHash hash, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.clock = clock;
  }

  /**
   * Whether one more is allowed.
   *
   * @param limit name, number and period
   * @param key what is limited, such as a network address; kept only as a keyed hash
   */
  public Decision take(Limit limit, String key) {
    return take(List.of(new Ticket(limit, key)));
  }

  /**
   * Whether one more is allowed by each of several limits; different ones. The first that refuses
   * decides, and those after it are not touched: who has used up one limit cannot use up the next.
   */
  public Decision take(List<Ticket> tickets) {
    // The look at the limits stops early; what counts is the check on the row that is written,
    // which no other node can change meanwhile. Sorted, so that two logins never wait for each
    // other.
    var taken =
        new HashSet<>(
            jdbc.sql(
                    """
                    WITH wanted AS (
                      SELECT * FROM unnest(:ids, :steps, :periods) WITH ORDINALITY
                        AS wanted (id, step, period, place)),
                    refusing AS (
                      SELECT min(place) AS place FROM wanted JOIN platform_rate_limit USING (id)
                      WHERE full_at + step > :now + period)
                    INSERT INTO platform_rate_limit AS kept (id, full_at)
                    SELECT id, :now + step FROM wanted, refusing
                    WHERE refusing.place IS NULL OR wanted.place < refusing.place
                    ORDER BY id
                    ON CONFLICT (id) DO UPDATE
                    SET full_at = greatest(kept.full_at, :now) + excluded.full_at - :now
                    WHERE greatest(kept.full_at, :now) + excluded.full_at - :now
                      <= (SELECT :now + period FROM wanted WHERE wanted.id = kept.id)
                    RETURNING id
                    """)
                .param("ids", ids(tickets))
                .param("steps", millis(tickets, Limit::step))
                .param("periods", millis(tickets, Limit::period))
                .param("now", clock.millis())
                .query(String.class)
                .list());
    return tickets.stream()
        .filter(ticket -> !taken.contains(id(ticket)))
        .findFirst()
        .map(this::refused)
        .orElseGet(Decision.Permitted::new);
  }

  private Decision refused(Ticket ticket) {
    LOG.info("A limit is reached: {}", id(ticket));
    return new Decision.Refused(pause(ticket), ticket.limit());
  }

  /** Gives back what was taken, such as when a log-in went well. */
  public void giveBack(List<Ticket> tickets) {
    givingBack(tickets).by(jdbc);
  }

  /** The same, to be sent with what went well. */
  public Write givingBack(List<Ticket> tickets) {
    return new Write(
        """
        WITH given AS (
          SELECT id, step FROM platform_rate_limit
          JOIN unnest(?, ?) AS given (id, step) USING (id)
          ORDER BY id FOR UPDATE OF platform_rate_limit)
        UPDATE platform_rate_limit SET full_at = full_at - given.step
        FROM given WHERE platform_rate_limit.id = given.id
        """,
        List.of(ids(tickets), millis(tickets, Limit::step)));
  }

  /**
   * Erases what is full again, and so says nothing any more: once through the table, some pages at
   * a time, so that no login waits. An index on the time would cost each login more than it saves.
   */
  void eraseFull() {
    var pages =
        jdbc.sql(
                """
                SELECT pg_relation_size('platform_rate_limit') / current_setting('block_size')::int
                """)
            .query(Long.class)
            .single();
    for (long page = 0; page < pages; page += PAGES_AT_A_TIME) {
      eraseFull(page, page + PAGES_AT_A_TIME);
    }
  }

  private void eraseFull(long from, long to) {
    jdbc.sql(
            """
            DELETE FROM platform_rate_limit WHERE id IN (
              SELECT id FROM platform_rate_limit
              WHERE ctid >= :from::tid AND ctid < :to::tid AND full_at < :now
              FOR UPDATE SKIP LOCKED)
            """)
        .param("from", "(%d,0)".formatted(from))
        .param("to", "(%d,0)".formatted(to))
        .param("now", clock.millis())
        .update();
  }

  private Duration pause(Ticket ticket) {
    var fullAt =
        jdbc.sql("SELECT full_at FROM platform_rate_limit WHERE id = :id")
            .param("id", id(ticket))
            .query(Long.class)
            .optional()
            .orElse(0L);
    var limit = ticket.limit();
    var pause = Duration.ofMillis(fullAt - clock.millis()).plus(limit.step()).minus(limit.period());
    return pause.isNegative() ? Duration.ZERO : pause;
  }

  private SqlArrayValue ids(List<Ticket> tickets) {
    return new SqlArrayValue("text", tickets.stream().map(this::id).toArray());
  }

  private static SqlArrayValue millis(List<Ticket> tickets, Function<Limit, Duration> what) {
    return new SqlArrayValue(
        "int8", tickets.stream().map(ticket -> what.apply(ticket.limit()).toMillis()).toArray());
  }

  private String id(Ticket ticket) {
    var hashed = hash.of("rate-limit", ticket.key());
    return ticket.limit().name() + ":" + HexFormat.of().formatHex(hashed, 0, 16);
  }

  /**
   * So many in such a time; a full period's worth may come at once.
   *
   * @param name what is limited
   * @param times how many
   * @param period in which time
   */
  public record Limit(String name, int times, Duration period) {
    /** After which time one that was taken is there again. */
    private Duration step() {
      return period.dividedBy(times);
    }
  }

  /** What counts as one against a limit: {@code key} is whose, such as a network address. */
  public record Ticket(Limit limit, String key) {}

  /** What came of it. */
  public sealed interface Decision {
    /** Go ahead. */
    record Permitted() implements Decision {}

    /** Not now; {@code retryAfter} says when again, {@code by} which limit it is. */
    record Refused(Duration retryAfter, Limit by) implements Decision {}
  }
}
