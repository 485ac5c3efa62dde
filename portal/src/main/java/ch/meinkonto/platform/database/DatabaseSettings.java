package ch.meinkonto.platform.database;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL the portal uses.
 *
 * @param url JDBC address or {@code postgresql://…}; empty for the demo's own
 * @param user user name at that address
 * @param password password at that address
 * @param owner who makes and changes the tables; empty when {@code bin/portal migrate} does it
 * @param ownerPassword the owner's password
 * @param pool how many connections one node holds at most
 */
@ConfigurationProperties("meinkonto.database")
record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String owner,
    @DefaultValue("") String ownerPassword,
    @DefaultValue("20") int pool) {

  boolean external() {
    return !url.isBlank();
  }

  DatabaseServer server() {
    DatabaseTls.demand(jdbcUrl());
    return new DatabaseServer.External(
        jdbcUrl(),
        new DatabaseLogin(user, password),
        owner.isBlank() ? Optional.empty() : Optional.of(new DatabaseLogin(owner, ownerPassword)));
  }

  String jdbcUrl() {
    return url.startsWith("jdbc:") ? url : "jdbc:" + url;
  }
}
