package ch.meinkonto.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database server whose portal was killed: it still runs, and would keep the next one from
 * starting.
 */
final class OrphanedServer {

  private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

  private OrphanedServer() {}

  /**
   * Stops the server that runs on {@code data} when its portal is gone.
   *
   * @throws IOException when its portal is alive, or the server does not stop
   */
  static void stop(Path data) throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    refuseWhenInUse(data);
    var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    var server = ProcessHandle.of(pid).filter(OrphanedServer::isPostgres);
    if (server.isEmpty()) {
      Files.deleteIfExists(
          pidFile); // left by a machine that went down; the number may be another's
      return;
    }
    log.info("Stopping the PostgreSQL {} that a killed portal left running", pid);
    var fastShutdown = "-INT"; // PostgreSQL documentation, "Shutting Down the Server"
    new ProcessBuilder("kill", fastShutdown, Long.toString(pid)).inheritIO().start();
    try {
      server.get().onExit().get(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for PostgreSQL " + pid, e);
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      throw new IOException("PostgreSQL " + pid + " does not stop; end it and start again", e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(true);
  }

  /** The library holds a lock on this file as long as the portal that started the server lives. */
  private static void refuseWhenInUse(Path data) throws IOException {
    var lockFile = data.resolve("epg-lock");
    if (!Files.exists(lockFile)) {
      return;
    }
    try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        throw new IOException(
            "Another portal runs on " + data + ": stop it, or set DATA_DIR to another folder");
      }
    }
  }
}
