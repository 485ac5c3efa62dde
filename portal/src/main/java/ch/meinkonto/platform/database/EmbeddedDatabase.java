package ch.meinkonto.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's and the tests' PostgreSQL: brought along, durable, with a password, on a port of its
 * own. A server that a killed portal left behind is stopped first. Not for production: its OpenSSL
 * and ICU are old.
 */
public final class EmbeddedDatabase implements DatabaseServer {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String SUPERUSER = "postgres";
  private static final String USER = "portal";

  private final EmbeddedPostgres server;
  private final DatabaseLogin owner;
  private final DatabaseLogin login = new DatabaseLogin(USER, random());

  private EmbeddedDatabase(EmbeddedPostgres server, String password) {
    this.server = server;
    this.owner = new DatabaseLogin(SUPERUSER, password);
  }

  /**
   * Starts the server on its data in {@code folder}, which is made when missing.
   *
   * @throws UncheckedIOException when the server does not start, or another portal runs on this
   *     folder
   */
  public static EmbeddedDatabase start(Path folder) {
    try {
      Files.createDirectories(folder);
      var data = folder.resolve("data").toAbsolutePath();
      OrphanedServer.stop(data);
      var password = password(folder.resolve("password"));
      var server = builder(folder, data, password).start();
      var database = new EmbeddedDatabase(server, password);
      database.demandPassword(data);
      database.admitPortal();
      log.info("Built-in PostgreSQL runs on port {}, its data is in {}", server.getPort(), data);
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException("The built-in PostgreSQL did not start in " + folder, e);
    }
  }

  private static EmbeddedPostgres.Builder builder(Path folder, Path data, String password)
      throws IOException {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(folder.resolve("program").toAbsolutePath().toFile())
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(freePort())
        .setPGStartupWait(Duration.ofSeconds(60))
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "120")
        .setServerConfig("shared_buffers", "128MB")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("listen_addresses", "localhost")
        .setServerConfig("log_statement", "none")
        .setServerConfig("log_min_error_statement", "panic")
        .setServerConfig("log_parameter_max_length_on_error", "0")
        .setConnectConfig("password", password);
  }

  /**
   * The server is born trusting everybody on this machine; from here on it asks for the password.
   */
  private void demandPassword(Path data) throws IOException {
    var rules = data.resolve("pg_hba.conf");
    var strict = "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";
    if (Files.readString(rules).equals(strict)) {
      return;
    }
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("ALTER USER " + SUPERUSER + " PASSWORD '" + owner.password() + "'");
      Files.writeString(rules, strict);
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException("The password could not be set", e);
    }
  }

  /** The portal runs as somebody who changes no table; with a new password each time. */
  private void admitPortal() throws IOException {
    try (var connection = connect(owner);
        var statement = connection.createStatement()) {
      statement.execute(
          """
          DO $$ BEGIN CREATE ROLE %s LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$
          """
              .formatted(USER));
      statement.execute("ALTER ROLE " + USER + " PASSWORD '" + login.password() + "'");
      statement.execute("REVOKE TEMPORARY ON DATABASE postgres FROM PUBLIC");
    } catch (SQLException e) {
      throw new IOException("The portal's user could not be made", e);
    }
  }

  private static String password(Path file) throws IOException {
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    var password = random();
    Files.writeString(file, password);
    return password;
  }

  private static String random() {
    var random = new byte[24];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  @Override
  public DatabaseLogin login() {
    return login;
  }

  @Override
  public Optional<DatabaseLogin> owner() {
    return Optional.of(owner);
  }

  /** The folder with the server's own files, for tests that search it. */
  public static File dataFolder(Path folder) {
    return folder.resolve("data").toFile();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      log.warn("The built-in PostgreSQL did not stop by itself; the next start will see to it", e);
    }
  }
}
