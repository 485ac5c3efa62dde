package ch.meinkonto.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A unit's application on {@code openid-client}: {@code relying-party.mjs}, as a process. */
final class NodeRelyingParty implements AutoCloseable {

  private static final Path SOURCE = Path.of("src/test/node");
  private static final Path FOLDER = Path.of("target/node");

  private final Process process;
  private final URI address;

  private NodeRelyingParty(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static NodeRelyingParty start(OwnApplication application, URI issuer) throws IOException {
    install();
    var builder = command("node", "relying-party.mjs");
    builder.environment().put("ISSUER", issuer.toString());
    builder.environment().put("CLIENT", application.id());
    builder.environment().put("KEY", application.key().toJSONString());
    var process = start(builder);
    var line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    if (line == null) {
      throw new IOException("relying-party.mjs did not start, see target/node/errors.txt");
    }
    return new NodeRelyingParty(process, URI.create(line));
  }

  URI address() {
    return address;
  }

  /** What the lock file names, unless it is there already. */
  private static void install() throws IOException {
    FileSystemUtils.copyRecursively(SOURCE, FOLDER);
    var installed = FOLDER.resolve("node_modules/.package-lock.json").toFile();
    var wanted = SOURCE.resolve("package-lock.json").toFile();
    if (installed.lastModified() > wanted.lastModified()) {
      return;
    }
    var npm = start(command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
    try {
      npm.getInputStream().readAllBytes();
      if (npm.waitFor() != 0) {
        throw new IOException("npm ci: " + Files.readString(FOLDER.resolve("errors.txt")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ProcessBuilder command(String... words) {
    return new ProcessBuilder(List.of(words))
        .directory(FOLDER.toFile())
        .redirectError(new File(FOLDER.toFile(), "errors.txt"));
  }

  private static Process start(ProcessBuilder builder) throws IOException {
    try {
      return builder.start();
    } catch (IOException e) {
      var missing =
          builder.command().getFirst() + " is missing: install Node.js 20 or newer, with npm";
      throw new IOException(missing, e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
