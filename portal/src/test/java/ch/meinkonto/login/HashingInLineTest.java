package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A flood of logins: hashes wait in a line, and the line has an end. */
class HashingInLineTest {

  private static final int FLOOD = 24;

  @Test
  void whoDoesNotGetATurnInTimeIsAskedToComeBack() throws InterruptedException {
    var impatient = new Argon2id(1, Duration.ofMillis(1));

    var outcomes = flood(impatient);

    assertThat(outcomes).contains("done", "too busy").hasSize(FLOOD);
    assertThat(impatient.hash("once it is quiet again")).startsWith("$argon2id$");
  }

  @Test
  void whoWaitsGetsATurn() throws InterruptedException {
    assertThat(flood(new Argon2id(2, Duration.ofMinutes(5)))).containsOnly("done");
  }

  private static java.util.List<String> flood(Argon2id argon2id) throws InterruptedException {
    Callable<String> hash =
        () -> {
          try {
            argon2id.hash("a password");
            return "done";
          } catch (TooBusy e) {
            return "too busy";
          }
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(Stream.generate(() -> hash).limit(FLOOD).toList()).stream()
          .map(Future::resultNow)
          .toList();
    }
  }
}
