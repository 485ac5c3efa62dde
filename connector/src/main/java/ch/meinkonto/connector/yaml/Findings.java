package ch.meinkonto.connector.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong in a file, so that its author sees everything at once. */
public final class Findings {

  private final Path file;
  private final List<Finding> findings = new ArrayList<>();

  public Findings(Path file) {
    this.file = file;
  }

  /** Notes that something is wrong at this line. */
  public void add(int line, String message) {
    findings.add(new Finding(file, line, message));
  }

  /** Whether nothing was wrong. */
  public boolean isEmpty() {
    return findings.isEmpty();
  }

  /** What was found, in the order of the file. */
  public List<Finding> all() {
    return findings.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
  }
}
