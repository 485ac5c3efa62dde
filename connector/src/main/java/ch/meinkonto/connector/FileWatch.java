package ch.meinkonto.connector;

import ch.meinkonto.connector.ConnectorFile.Reading;
import ch.meinkonto.connector.yaml.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Reads the file every few seconds: what it says is done, what it says wrongly is not. */
@Component
class FileWatch {

  private static final Logger log = LoggerFactory.getLogger(FileWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final ConnectorFile file;
  private final Connections connections;
  private final TaskScheduler scheduler;
  private final Trouble faulty = new Trouble(log, "the configuration is in order again");
  private List<Connection> wanted = List.of();

  FileWatch(ConnectorFile file, Connections connections, TaskScheduler scheduler) {
    this.file = file;
    this.connections = connections;
    this.scheduler = scheduler;
  }

  /** Starts with what has been read already. */
  synchronized void start(List<Connection> first) {
    wanted = first;
    connections.follow(first);
    var _ = scheduler.scheduleWithFixedDelay(this::look, Instant.now().plus(EVERY), EVERY);
  }

  /** A faulty file changes nothing: what ran goes on. */
  synchronized void look() {
    switch (file.read()) {
      case Reading.Good(List<Connection> connections) -> {
        faulty.none();
        wanted = connections;
      }
      case Reading.Faulty(List<Finding> findings) ->
          faulty.because(
              findings.stream()
                  .map(Finding::toString)
                  .collect(Collectors.joining("\n", "what ran before goes on:\n", "")));
    }
    connections.follow(wanted);
  }
}
