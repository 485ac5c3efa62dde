package ch.meinkonto.platform.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses a database that confirms what it may still lose: then "sent" would be a promise nobody
 * keeps.
 */
final class DurabilityCheck {

  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  DurabilityCheck(DataSource dataSource) {
    var jdbc = JdbcClient.create(dataSource);
    for (var setting : MUST_BE_ON) {
      var value = jdbc.sql("SHOW " + setting).query(String.class).single();
      if (value.equals("off")) {
        throw new IllegalStateException(
            "The database runs with " + setting + " = " + value + ": switch it on");
      }
    }
  }
}
