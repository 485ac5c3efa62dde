package ch.meinkonto.platform.database;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;

/**
 * Sends several writes at once: one way to the database and back, one transaction, one flush to
 * disk. Each way costs a page more than what the database does.
 */
@Component
public class Writes {

  private final JdbcTemplate jdbc;

  Writes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** All of them or, after an exception, none. */
  public void together(List<Write> writes) {
    var sql = writes.stream().map(Write::sql).collect(Collectors.joining(";\n"));
    var parameters = writes.stream().flatMap(write -> write.parameters().stream()).toArray();
    // The driver sends what semicolons part with a single Sync, before which nothing is committed:
    // PostgreSQL, Frontend/Backend Protocol, "Pipelining".
    jdbc.execute(
        sql,
        (PreparedStatementCallback<Boolean>)
            statement -> {
              var setter = new ArgumentPreparedStatementSetter(parameters);
              setter.setValues(statement);
              try {
                return statement.execute();
              } finally {
                setter.cleanupParameters();
              }
            });
  }
}
