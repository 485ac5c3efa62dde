package ch.meinkonto.connector.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A map in a checked file. Who asks for what is not there, or is of another kind, gets an empty
 * value, and the file's author a finding.
 */
public final class YamlMap {

  private record Entry(Node key, Node value) {
    int line() {
      return key.getStartMark().getLine() + 1;
    }
  }

  private final int line;
  private final Findings findings;
  private final Placeholders placeholders;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  YamlMap(MappingNode map, Findings findings, Placeholders placeholders) {
    this.line = map.getStartMark().getLine() + 1;
    this.findings = findings;
    this.placeholders = placeholders;
    map.getValue().forEach(this::enter);
  }

  private void enter(NodeTuple tuple) {
    int at = tuple.getKeyNode().getStartMark().getLine() + 1;
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      findings.add(at, "a key must be a plain word");
    } else if (entries.putIfAbsent(key.getValue(), new Entry(key, tuple.getValueNode())) != null) {
      findings.add(at, "“" + key.getValue() + "” stands here twice");
    }
  }

  /** Notes that something is wrong with the whole map. */
  public void finding(String message) {
    findings.add(line, message);
  }

  /** Notes that something is wrong with what stands under a key. */
  public void finding(String key, String message) {
    Entry entry = entries.get(key);
    findings.add(entry == null ? line : entry.line(), "“" + key + "” " + message);
  }

  /** The keys, in the file's order. */
  public Set<String> keys() {
    return entries.keySet();
  }

  /** Complains about every key that is not one of these. */
  public void allow(String... known) {
    Set<String> allowed = new TreeSet<>(List.of(known));
    entries.forEach((key, entry) -> {
      if (!allowed.contains(key)) {
        findings.add(
            entry.line(), "unknown key “" + key + "”; known here: " + String.join(", ", allowed));
      }
    });
  }

  /** A map that must be there. */
  public Optional<YamlMap> map(String key) {
    Entry entry = required(key);
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.value instanceof MappingNode map) {
      return Optional.of(new YamlMap(map, findings, placeholders));
    }
    finding(key, "must be a map (key: value)");
    return Optional.empty();
  }

  /** A text that must be there, its placeholders filled. */
  public Optional<String> text(String key) {
    Entry entry = required(key);
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.value instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return Optional.of(placeholders.fill(scalar.getValue(), entry.line(), findings));
    }
    finding(key, "must be a text");
    return Optional.empty();
  }

  /** A text with its placeholders filled, when there is one. */
  public Optional<String> optionalText(String key) {
    return entries.containsKey(key) ? text(key) : Optional.empty();
  }

  /** A map, when there is one. */
  public Optional<YamlMap> optionalMap(String key) {
    return entries.containsKey(key) ? map(key) : Optional.empty();
  }

  /** {@code true} or {@code false}; false when nothing is said. */
  public boolean flag(String key) {
    String word = optionalText(key).orElse("false");
    if (!word.equals("true") && !word.equals("false")) {
      finding(key, "must be true or false");
    }
    return word.equals("true");
  }

  /**
   * Something secret that must be there: {@code ${NAME}} from the environment, or {@code
   * file:/path}. Nothing else: the file is read by more people than may know it.
   */
  public Optional<Secret> secret(String key) {
    Entry entry = required(key);
    if (entry == null) {
      return Optional.empty();
    }
    String written = entry.value instanceof ScalarNode scalar ? scalar.getValue() : "";
    boolean isFile = written.startsWith(Secret.FILE);
    if (!isFile && !Placeholders.isOne(written)) {
      finding(key, "must be ${NAME} or file:/path; a secret does not stand in this file");
      return Optional.empty();
    }
    String filled = placeholders.fill(written, entry.line(), findings);
    return Optional.of(isFile ? Secret.inFile(filled, written) : Secret.of(filled, written));
  }

  /** A path that must be there. */
  public Optional<Path> path(String key) {
    return text(key)
        .flatMap(text -> {
          try {
            if (!text.isBlank()) {
              return Optional.of(Path.of(text).toAbsolutePath().normalize());
            }
          } catch (InvalidPathException e) {
            finding(key, "must be a path: " + e.getReason());
            return Optional.empty();
          }
          finding(key, "must be a path");
          return Optional.empty();
        });
  }

  /** A duration such as {@code 2s} or {@code 500ms}, when there is one. */
  public Duration duration(String key, Duration otherwise) {
    if (!entries.containsKey(key)) {
      return otherwise;
    }
    Optional<Duration> written = Durations.parse(text(key).orElse(""));
    if (written.isEmpty()) {
      finding(key, "must be a duration such as 2s, 500ms or 5m");
    }
    return written.orElse(otherwise);
  }

  /** A duration that is longer than nothing, when there is one. */
  public Duration pause(String key, Duration otherwise) {
    Duration pause = duration(key, otherwise);
    if (pause.isZero()) {
      finding(key, "must be longer than nothing");
    }
    return pause;
  }

  /** A duration that is longer than nothing and not longer than this, when there is one. */
  public Duration timeout(String key, Duration otherwise, Duration longest) {
    Duration timeout = duration(key, otherwise);
    if (timeout.isZero() || timeout.compareTo(longest) > 0) {
      finding(key, "must be longer than nothing, and at most %dm".formatted(longest.toMinutes()));
    }
    return timeout;
  }

  private @Nullable Entry required(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      finding("“" + key + "” is missing");
    }
    return entry;
  }
}
