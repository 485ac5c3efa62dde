package ch.meinkonto.journeys;

import ch.meinkonto.platform.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The portal's PostgreSQL, apart from its nodes; killed and started again, it is at one place. */
final class DatabaseServer implements AutoCloseable {

  private static final String USER = "node";

  private final Path folder;
  private final String password = UUID.randomUUID().toString();
  private final Relay relay;
  private EmbeddedDatabase server;

  /** Starts it with its data below this folder. */
  DatabaseServer(Path data) throws IOException, SQLException {
    folder = data.resolve("postgres");
    server = EmbeddedDatabase.start(folder);
    relay = new Relay(List.of(port()));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> server.close()));
    var owner = server.owner().orElseThrow();
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), owner.user(), owner.password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + password + "'");
    }
  }

  private int port() {
    return URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
  }

  /** With which a portal finds it. */
  Map<String, String> environment() {
    var owner = server.owner().orElseThrow();
    return Map.of(
        "DATABASE_URL",
        "jdbc:postgresql://localhost:" + relay.port() + "/postgres",
        "DATABASE_USER",
        USER,
        "DATABASE_PASSWORD",
        password,
        "DATABASE_OWNER",
        owner.user(),
        "DATABASE_OWNER_PASSWORD",
        owner.password());
  }

  /** SIGKILL for its first process: the others end by themselves, in the middle of everything. */
  void kill() throws IOException {
    var pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
  }

  void startAgain() {
    server.close();
    server = EmbeddedDatabase.start(folder);
    relay.leadTo(port());
  }

  @Override
  public void close() throws IOException {
    relay.close();
    server.close();
  }
}
