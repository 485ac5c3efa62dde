package ch.meinkonto.platform.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects all that is wrong in some files, so that their author sees everything at once. */
public final class Findings {

  private final List<Finding> findings = new ArrayList<>();

  /** Notes that something is wrong at this line. */
  public void add(Path file, int line, String message) {
    findings.add(new Finding(file, line, message));
  }

  /** Notes everything that another collector found. */
  public void addAll(Findings others) {
    findings.addAll(others.findings);
  }

  /** Whether nothing was wrong. */
  public boolean isEmpty() {
    return findings.isEmpty();
  }

  /** What was found, by file and line, nothing twice. */
  public List<Finding> all() {
    return findings.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Finding::file)
                .thenComparingInt(Finding::line)
                .thenComparing(Finding::message))
        .toList();
  }

  /** One finding a line: {@code file:line: message}. */
  @Override
  public String toString() {
    return all().stream().map(Finding::toString).collect(Collectors.joining("\n"));
  }
}
