package ch.meinkonto.connector.folder;

import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The kind {@code folder}: requests in, answers out, as files. */
@Component
final class FolderKind implements ChannelKind {

  private static final Duration SETTLE = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofSeconds(1);

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public Optional<Plan> read(String unit, YamlMap options) {
    options.allow(
        "channel", "keys", ChannelKind.OFFERS, "folder", "settle", "poll", Mappings.OPTION);
    Duration settle = options.duration("settle", SETTLE);
    Duration poll = options.duration("poll", POLL);
    if (poll.isZero()) {
      options.finding("poll", "must be longer than nothing");
    }
    Optional<Path> folder = options.path("folder");
    folder
        .filter(path -> Files.exists(path) && !Files.isDirectory(path))
        .ifPresent(_ -> options.finding("folder", "is not a folder"));
    Mappings mappings = Mappings.read(options);
    return folder.map(path -> new FolderPlan(path, settle, poll, mappings));
  }
}
