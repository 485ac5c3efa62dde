package ch.meinkonto.directory;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong in the city’s folder instead of a stack trace. */
class InvalidCityAnalyzer extends AbstractFailureAnalyzer<InvalidCity> {

  @Override
  protected FailureAnalysis analyze(Throwable root, InvalidCity cause) {
    return new FailureAnalysis(
        "The city’s folder is not in order:\n\n" + cause.getMessage(),
        "Correct the lines above; bin/city check says when all is well.",
        cause);
  }
}
