package ch.meinkonto.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.util.FileSystemUtils;

/** The example city with something else in it. */
final class CityCopy {

  /** The service that asks for two factors in {@link #ofJourneys()}. */
  static final String TWO_FACTORS = "steuer-fristerstreckung";

  private CityCopy() {}

  /** A copy in which one file is changed. */
  static Path with(String file, UnaryOperator<String> change) throws IOException {
    return with(Map.of(file, change));
  }

  /** A copy in which these files are changed. */
  static Path with(Map<String, UnaryOperator<String>> changes) throws IOException {
    Files.createDirectories(Path.of("target"));
    var copy = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "copy-");
    FileSystemUtils.copyRecursively(Path.of("../city/zuerich"), copy);
    for (var change : changes.entrySet()) {
      var file = copy.resolve(change.getKey());
      Files.writeString(file, change.getValue().apply(Files.readString(file)));
    }
    return copy;
  }

  /** No office rejects by chance. */
  static String withoutChance(String simulation) {
    return simulation.replaceAll("percent: \\d+", "percent: 0");
  }

  /** A copy with what journeys need and the example city has not. */
  static Path ofJourneys() throws IOException {
    return with(
        Map.of(
            "sso.yaml",
            text -> text + OwnApplication.CLASS_LIST.entry() + OwnApplication.ORCHESTRA.entry(),
            "services/" + TWO_FACTORS + ".yaml",
            text -> text.replaceFirst("(?m)^level: login\\b", "level: two-factors"),
            "simulation.yaml",
            CityCopy::withoutChance));
  }
}
