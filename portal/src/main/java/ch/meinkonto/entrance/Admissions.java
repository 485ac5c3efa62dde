package ch.meinkonto.entrance;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code entrance_admission}: who got in, so that a ticket is good once. */
@Component
class Admissions {

  /** However few come: numbers that nobody has are not called a thousand at once. */
  private static final double FEWEST = 0.05;

  /** Of fewer, their share says nothing. */
  private static final int ENOUGH = 20;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final EntranceSettings settings;

  Admissions(JdbcClient jdbc, Clock clock, EntranceSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  /** What became of it. */
  enum Outcome {
    ADMITTED,
    /** The same ticket a moment later, such as from another tab. */
    AGAIN,
    /** It was used before, or a later one of the same account was. */
    SPENT
  }

  Outcome admit(Ticket ticket, double place) {
    var fresh =
        jdbc.sql(
                    """
                    INSERT INTO entrance_admission AS known (rush, holder, number, place, admitted_at)
                    VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (rush, holder) DO UPDATE
                    SET number = excluded.number, place = excluded.place,
                      admitted_at = excluded.admitted_at
                    WHERE known.number < excluded.number
                    """)
                .params(
                    ticket.rush(),
                    ticket.holder(),
                    ticket.number(),
                    place,
                    RushRows.time(clock.instant()))
                .update()
            == 1;
    if (fresh) {
      return Outcome.ADMITTED;
    }
    return lately(ticket.rush(), ticket.holder()) ? Outcome.AGAIN : Outcome.SPENT;
  }

  /** Whether they got in so lately that they are in still, perhaps in another browser. */
  boolean lately(UUID rush, UUID holder) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM entrance_admission
              WHERE rush = ? AND holder = ? AND admitted_at > ?)
            """)
        .params(rush, holder, RushRows.time(clock.instant().minus(settings.stay())))
        .query(Boolean.class)
        .single();
  }

  /** Which share of those up to this place came. */
  double shown(UUID rush, double place) {
    if (place < ENOUGH) {
      return 1;
    }
    var came =
        jdbc.sql("SELECT count(*) FROM entrance_admission WHERE rush = ? AND place <= ?")
            .params(rush, place)
            .query(Long.class)
            .single();
    return Math.clamp(came / place, FEWEST, 1);
  }

  /** How many got in since then. */
  long since(UUID rush, Instant then) {
    return jdbc.sql("SELECT count(*) FROM entrance_admission WHERE rush = ? AND admitted_at > ?")
        .params(rush, RushRows.time(then))
        .query(Long.class)
        .single();
  }

  void erase(UUID rush, UUID holder) {
    jdbc.sql("DELETE FROM entrance_admission WHERE rush = ? AND holder = ?")
        .params(rush, holder)
        .update();
  }
}
