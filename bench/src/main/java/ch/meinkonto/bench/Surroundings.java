package ch.meinkonto.bench;

import ch.meinkonto.platform.database.DatabaseLogin;
import ch.meinkonto.platform.database.EmbeddedDatabase;
import ch.meinkonto.unit.UnitKeys;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * What a portal needs around it: a durable PostgreSQL, a mail server that takes all mail, a folder,
 * the keys of a unit. All of it is new, and gone afterwards.
 */
final class Surroundings implements AutoCloseable {

  /** The unit that receives what is sent. */
  static final String UNIT = "personenmeldeamt";

  /** A service of that unit. */
  static final String SERVICE = "wohnsitzbestaetigung";

  private final Path folder;
  private final EmbeddedDatabase database;
  private final GreenMail mail;
  private final UnitKeys unit = UnitKeys.generate(UNIT);

  private Surroundings(Path folder, EmbeddedDatabase database, GreenMail mail) {
    this.folder = folder;
    this.database = database;
    this.mail = mail;
  }

  static Surroundings start() throws IOException {
    var below = Path.of(".run");
    Files.createDirectories(below);
    var folder = Files.createTempDirectory(below, "bench-").toAbsolutePath();
    var mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    var surroundings =
        new Surroundings(folder, EmbeddedDatabase.start(folder.resolve("postgres")), mail);
    surroundings.join(surroundings.unit);
    return surroundings;
  }

  /** Another unit hands in its public keys. */
  void join(UnitKeys keys) throws IOException {
    keys.writePublic(unitKeys().resolve(keys.unitId() + ".jwks.json"));
  }

  /** Where the units' public keys are, and where they are pushed to. */
  Path unitKeys() {
    return folder.resolve("unit-keys");
  }

  Path folder() {
    return folder;
  }

  UnitKeys unit() {
    return unit;
  }

  EmbeddedDatabase database() {
    return database;
  }

  /** Who may do everything there. */
  DatabaseLogin owner() {
    return database.owner().orElseThrow();
  }

  String mailUrl() {
    return "smtp://localhost:" + mail.getSmtp().getPort();
  }

  Connection connect() throws SQLException {
    return connect("postgres");
  }

  /** To one of several databases on the same server. */
  Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(name), owner().user(), owner().password());
  }

  /** One copy after the other: that can only be done while nobody uses the database. */
  void copyDatabase(String... names) throws SQLException {
    try (var connection = connect("template1");
        var statement = connection.createStatement()) {
      for (var name : names) {
        statement.execute("CREATE DATABASE " + name + " TEMPLATE postgres");
      }
      statement.execute("ALTER SYSTEM SET max_wal_size = '4GB'");
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  String jdbcUrl(String name) {
    return database.jdbcUrl().replaceFirst("/postgres$", "/" + name);
  }

  /** The database server's process. */
  ProcessHandle server() throws IOException {
    var lines = Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    database.close();
    mail.stop();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
