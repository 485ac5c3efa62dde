package ch.meinkonto.login;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import ch.meinkonto.platform.OutgoingHttp;
import ch.meinkonto.platform.ThisMachine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Where the ranges of leaked passwords come from. */
sealed interface LeakedRanges {

  /** The rest of each hash that begins so, with a colon and how often it was seen. */
  List<String> of(String prefix) throws IOException, InterruptedException;

  /** What the setting names. */
  static LeakedRanges at(String source) {
    if (source.isBlank()) {
      return new Nowhere();
    }
    if (!source.startsWith("http://") && !source.startsWith("https://")) {
      return new Folder(Path.of(source));
    }
    var address = URI.create(source.endsWith("/") ? source : source + "/");
    if (!"https".equals(address.getScheme()) && !ThisMachine.has(address)) {
      throw new IllegalStateException("LEAKED_PASSWORDS must be a folder, or begin with https://");
    }
    return new Server(address, OutgoingHttp.client(Server.PATIENCE).build());
  }

  /** They are not looked up. */
  record Nowhere() implements LeakedRanges {
    @Override
    public List<String> of(String prefix) {
      return List.of();
    }
  }

  /** A file for each range: {@code 0018A.txt}, or without an ending. */
  record Folder(Path folder) implements LeakedRanges {
    @Override
    public List<String> of(String prefix) throws IOException {
      for (var name : new String[] {prefix + ".txt", prefix}) {
        var file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
          return Files.readAllLines(file);
        }
      }
      throw new FileNotFoundException(prefix);
    }
  }

  /** A server that answers for each range. */
  record Server(URI address, HttpClient http) implements LeakedRanges {

    /** Nobody waits longer for a list. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A range has some forty thousand. */
    private static final long MOST_BYTES = 1_000_000;

    @Override
    public List<String> of(String prefix) throws IOException, InterruptedException {
      var request =
          HttpRequest.newBuilder(address.resolve(prefix)).header("Add-Padding", "true").build();
      var body = BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES);
      try {
        var answer = http.sendAsync(request, body).get(PATIENCE.toMillis(), MILLISECONDS);
        if (answer.statusCode() != 200) {
          throw new IOException("status " + answer.statusCode());
        }
        return answer.body().lines().toList();
      } catch (TimeoutException e) {
        throw new HttpTimeoutException("no whole answer in time");
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException away ? away : new IOException(e.getCause());
      }
    }
  }
}
