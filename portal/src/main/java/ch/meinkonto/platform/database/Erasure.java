package ch.meinkonto.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Erases what is over a little at a time, each bit in a transaction of its own: after a day with
 * many visitors nobody waits for a row that goes, and a node that dies loses hardly anything.
 */
public final class Erasure {

  /** Some hundredths of a second. */
  static final int AT_A_TIME = 1_000;

  private Erasure() {}

  /**
   * Erases the rows whose time has passed; returns how many. A row that somebody holds waits for
   * the next time.
   *
   * @param key the table's primary key
   * @param until the column that says until when a row is good; with an index
   * @param now in the column's type
   */
  public static int erase(JdbcClient jdbc, String table, String key, String until, Object now) {
    var some =
        jdbc.sql(
                """
                DELETE FROM %1$s WHERE %2$s IN (
                  SELECT %2$s FROM %1$s WHERE %3$s < :now
                  ORDER BY %3$s LIMIT :most FOR UPDATE SKIP LOCKED)
                """
                    .formatted(table, key, until))
            .param("now", now)
            .param("most", AT_A_TIME);
    var all = 0;
    int last;
    do {
      last = some.update();
      all += last;
    } while (last == AT_A_TIME);
    return all;
  }
}
