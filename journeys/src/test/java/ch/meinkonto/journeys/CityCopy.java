package ch.meinkonto.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.springframework.util.FileSystemUtils;

/** The example city with something else in it. */
final class CityCopy {

  private CityCopy() {}

  /** A copy in which one file is changed. */
  static Path with(String file, UnaryOperator<String> change) throws IOException {
    Files.createDirectories(Path.of("target"));
    var copy = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "copy-");
    FileSystemUtils.copyRecursively(Path.of("../city/zuerich"), copy);
    Files.writeString(copy.resolve(file), change.apply(Files.readString(copy.resolve(file))));
    return copy;
  }

  /** A copy in which this service asks for two factors. */
  static Path askingForTwoFactors(String service) throws IOException {
    return with(
        "services/" + service + ".yaml",
        text -> text.replaceFirst("(?m)^level: login\\b", "level: two-factors"));
  }
}
