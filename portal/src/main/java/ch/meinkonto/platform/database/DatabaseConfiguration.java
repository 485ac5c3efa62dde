package ch.meinkonto.platform.database;

import ch.meinkonto.platform.PortalSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  /** The demo's own server, unless {@code DATABASE_URL} names another. */
  @Bean(destroyMethod = "close")
  DatabaseServer databaseServer(PortalSettings portal, DatabaseSettings database) {
    if (database.external()) {
      return database.server();
    }
    return EmbeddedDatabase.start(portal.dataDir().resolve("postgres"));
  }

  @Bean
  HikariDataSource dataSource(DatabaseServer server, DatabaseSettings settings) {
    var pool = new HikariDataSource();
    pool.setPoolName("portal");
    pool.setJdbcUrl(server.jdbcUrl());
    pool.setUsername(server.login().user());
    pool.setPassword(server.login().password());
    pool.setMaximumPoolSize(settings.pool());
    pool.addDataSourceProperty("ApplicationName", "mein-konto");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    return pool;
  }

  @Bean
  FlywayMigrationStrategy migrationPerModule(DatabaseServer server, List<NarrowTable> narrow) {
    return new ModuleMigrations(server, new TableRights(narrow));
  }

  @Bean
  DurabilityCheck durabilityCheck(DataSource dataSource) {
    return new DurabilityCheck(dataSource);
  }

  @Bean
  PrivilegeCheck privilegeCheck(DataSource dataSource) {
    return new PrivilegeCheck(dataSource);
  }
}
