package ch.meinkonto.platform.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL the portal uses.
 *
 * @param url JDBC address or {@code postgresql://…}; empty for the demo's own
 * @param user user name at that address
 * @param password password at that address
 * @param pool how many connections one node holds at most
 */
@ConfigurationProperties("meinkonto.database")
record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("20") int pool) {

  boolean external() {
    return !url.isBlank();
  }

  String jdbcUrl() {
    return url.startsWith("jdbc:") ? url : "jdbc:" + url;
  }
}
