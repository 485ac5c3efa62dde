package ch.meinkonto.form;

import ch.meinkonto.directory.Directory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Erases drafts, and says in the same transaction how far they came: how many, not whose. */
@Component
class DraftEnds {

  private final JdbcClient jdbc;
  private final Directory directory;
  private final ApplicationEventPublisher events;

  DraftEnds(JdbcClient jdbc, Directory directory, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.events = events;
  }

  /**
   * Erases the drafts for which this holds; returns how many.
   *
   * @param condition in SQL, about {@code :which}
   */
  @Transactional
  public long erase(String condition, Object which) {
    var ended =
        jdbc.sql(
                """
                WITH gone AS (
                  DELETE FROM form_draft WHERE %s
                  RETURNING service, sent, coalesce(last_step, '') AS last_step,
                    date_trunc('month', (expires_at - :kept::interval) AT TIME ZONE :zone)::date
                      AS begun_in)
                SELECT service, begun_in, sent, last_step, count(*) AS count FROM gone
                GROUP BY service, begun_in, sent, last_step
                ORDER BY service, begun_in, sent, last_step
                """
                    .formatted(condition))
            .param("which", which)
            .param("kept", Drafts.KEPT.toString())
            .param("zone", directory.city().zone().getId())
            .query(DraftEnds::read)
            .list();
    ended.forEach(events::publishEvent);
    return ended.stream().mapToLong(DraftsEnded::count).sum();
  }

  private static DraftsEnded read(ResultSet row, int number) throws SQLException {
    return new DraftsEnded(
        row.getString("service"),
        row.getObject("begun_in", LocalDate.class),
        row.getBoolean("sent"),
        row.getString("last_step"),
        row.getLong("count"));
  }
}
