package ch.meinkonto.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that is measured, as a process of its own. */
interface ServerProcess extends Closeable {

  Process process();

  URI address();

  /** Returns as soon as it answers at this path; fails with its log when it ends before. */
  default void awaitAnswer(String path, Path log) throws IOException {
    while (!answers(path)) {
      if (!process().isAlive()) {
        throw new IOException("It ended: " + Files.readString(log));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private boolean answers(String path) {
    try {
      var page = address().resolve(path).toURL().openConnection();
      return ((HttpURLConnection) page).getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  default void close() throws IOException {
    process().destroy();
    try {
      if (!process().waitFor(30, TimeUnit.SECONDS)) {
        process().destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
