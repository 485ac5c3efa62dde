package ch.meinkonto.trust;

import ch.meinkonto.platform.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Verifies the whole trust log, from the terminal. */
@Component
class VerifyTrustLogCommand implements Command {

  private final TrustLogVerification verification;

  VerifyTrustLogCommand(TrustLogVerification verification) {
    this.verification = verification;
  }

  @Override
  public String name() {
    return "verify-trust-log";
  }

  @Override
  public String description() {
    return "verifies the whole trust log; files with checkpoints kept elsewhere may follow";
  }

  @Override
  public int run(List<String> arguments) {
    return switch (verification.run(arguments.stream().map(VerifyTrustLogCommand::read).toList())) {
      case TrustLogVerification.Result.Whole(var entries, var checkpoints) -> {
        System.out.printf(
            "The trust log is whole: %d entries, %d checkpoints.%n", entries, checkpoints);
        yield 0;
      }
      case TrustLogVerification.Result.Broken(var sequence, var reason) -> {
        System.out.printf("The trust log was tampered with, first at %d: %s.%n", sequence, reason);
        yield 1;
      }
    };
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException("A checkpoint could not be read: " + file, e);
    }
  }
}
