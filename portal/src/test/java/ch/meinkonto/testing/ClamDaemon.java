package ch.meinkonto.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.util.FileSystemUtils;

/** ClamAV, as Debian has it, with one signature of our own: it needs no others from anywhere. */
public final class ClamDaemon implements AutoCloseable {

  /** What it finds, inside whatever. */
  public static final byte[] VIRUS = "Mein-Konto-Testvirus-9c1f".getBytes(US_ASCII);

  private final Path folder;
  private final Process process;

  private ClamDaemon(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** Starts it; a test that needs it cannot run without the package {@code clamav-daemon}. */
  public static ClamDaemon start(String... settings) {
    try {
      // the path of a socket must be short
      var folder = Files.createTempDirectory("clamd");
      var signatures = Files.createDirectory(folder.resolve("signatures"));
      Files.writeString(
          signatures.resolve("own.ndb"),
          "Mein-Konto-Test:0:*:" + HexFormat.of().formatHex(VIRUS) + "\n");
      var configuration = folder.resolve("clamd.conf");
      Files.writeString(
          configuration,
          """
          Foreground yes
          LocalSocket %1$s/socket
          DatabaseDirectory %1$s/signatures
          TemporaryDirectory %1$s
          %2$s
          """
              .formatted(folder, String.join("\n", settings)));
      var process =
          new ProcessBuilder("clamd", "--config-file=" + configuration)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      var daemon = new ClamDaemon(folder, process);
      await()
          .atMost(Duration.ofSeconds(60))
          .failFast(() -> !process.isAlive())
          .until(() -> Files.exists(folder.resolve("socket")));
      return daemon;
    } catch (IOException e) {
      throw new IllegalStateException("The tests need ClamAV: install clamav-daemon", e);
    }
  }

  /** Where it listens. */
  public String address() {
    return "unix:" + folder.resolve("socket");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
