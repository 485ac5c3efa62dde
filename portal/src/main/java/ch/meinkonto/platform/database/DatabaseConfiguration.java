package ch.meinkonto.platform.database;

import ch.meinkonto.platform.PortalSettings;
import com.zaxxer.hikari.HikariDataSource;
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
      return new DatabaseServer.External(database.jdbcUrl(), database.user(), database.password());
    }
    return EmbeddedDatabase.start(portal.dataDir().resolve("postgres"));
  }

  @Bean
  HikariDataSource dataSource(DatabaseServer server, DatabaseSettings settings) {
    var pool = new HikariDataSource();
    pool.setPoolName("portal");
    pool.setJdbcUrl(server.jdbcUrl());
    pool.setUsername(server.user());
    pool.setPassword(server.password());
    pool.setMaximumPoolSize(settings.pool());
    pool.addDataSourceProperty("ApplicationName", "mein-konto");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    return pool;
  }

  @Bean
  FlywayMigrationStrategy migrationPerModule() {
    return new ModuleMigrations();
  }

  @Bean
  DurabilityCheck durabilityCheck(DataSource dataSource) {
    return new DurabilityCheck(dataSource);
  }
}
