package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.ConnectorSettings;
import ch.meinkonto.connector.yaml.YamlMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The kind {@code worklist}: clerks work on requests in a browser. */
@Component
final class WorklistKind implements ChannelKind {

  private static final Duration DUE = Duration.ofDays(10);
  private static final Duration KEEP = Duration.ofDays(90);

  private final ConnectorSettings settings;
  private final Worklists worklists;

  WorklistKind(ConnectorSettings settings, Worklists worklists) {
    this.settings = settings;
    this.worklists = worklists;
  }

  @Override
  public String name() {
    return "worklist";
  }

  @Override
  public Optional<Plan> read(String unit, YamlMap options) {
    options.allow("channel", "keys", ChannelKind.OFFERS, "name", "folder", "key", "due", "keep");
    String name = options.keys().contains("name") ? options.text("name").orElse(unit) : unit;
    Path own = settings.own(unit).toAbsolutePath().normalize();
    Path folder = path(options, "folder", own.resolve("worklist"));
    Path key = path(options, "key", own.resolve("keys").resolve("worklist.key"));
    if (key.startsWith(folder)) {
      options.finding("key", "must not lie in the folder that it seals");
    }
    Duration due = options.duration("due", DUE);
    Duration keep = options.duration("keep", KEEP);
    return Optional.of(new WorklistPlan(name, folder, key, due, keep, worklists));
  }

  private static Path path(YamlMap options, String key, Path otherwise) {
    return options.keys().contains(key) ? options.path(key).orElse(otherwise) : otherwise;
  }
}
