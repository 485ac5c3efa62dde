package ch.meinkonto.platform.database;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A statement that changes something and tells nothing: by itself, or with others through {@link
 * Writes}.
 *
 * @param sql with a question mark for each parameter
 */
public record Write(String sql, List<@Nullable Object> parameters) {

  /** By itself, in the caller's transaction. */
  public void by(JdbcClient jdbc) {
    jdbc.sql(sql).params(parameters).update();
  }
}
