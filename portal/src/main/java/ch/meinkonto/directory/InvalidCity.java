package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** The portal does not start with a city’s folder that is not in order. */
public class InvalidCity extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidCity(List<Finding> findings) {
    super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
  }
}
