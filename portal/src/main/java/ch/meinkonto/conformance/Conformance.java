package ch.meinkonto.conformance;

import ch.meinkonto.contract.ConformanceReport;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Unit;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.directory.UnitKeys;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A unit that is not live yet has its system tried out, and reads what came of it. */
@Component
public class Conformance {

  private final Directory directory;
  private final UnitKeys keys;
  private final RequestCases requests;
  private final CopyCases copies;
  private final CodeCases codes;
  private final Run run;

  Conformance(
      Directory directory,
      UnitKeys keys,
      RequestCases requests,
      CopyCases copies,
      CodeCases codes,
      Run run) {
    this.directory = directory;
    this.keys = keys;
    this.requests = requests;
    this.copies = copies;
    this.codes = codes;
    this.run = run;
  }

  /** What came of wanting to begin. */
  public sealed interface Beginning {
    /** Everything was sent; so far, nothing came. */
    record Begun(ConformanceReport report) implements Beginning {}

    /** A code says why not. */
    record NotPossible(String reason) implements Beginning {}
  }

  /** Sends everything, and forgets what was sent before. */
  public Beginning begin(UnitId unit) {
    if (directory.unit(unit).filter(Unit::test).isEmpty()) {
      return new Beginning.NotPossible("unit-is-live");
    }
    var key = keys.sealingKey(unit);
    if (key.isEmpty()) {
      return new Beginning.NotPossible("no-key-to-seal-for");
    }
    var all = new ArrayList<>(requests.of(unit, key.get()));
    all.addAll(copies.of(unit, key.get()));
    all.addAll(codes.of(unit, key.get()));
    if (all.isEmpty()) {
      return new Beginning.NotPossible("no-service-with-a-form");
    }
    run.begin(unit, all);
    return new Beginning.Begun(report(unit).orElseThrow());
  }

  /** How it stands; empty when nothing was begun within a day. */
  public Optional<ConformanceReport> report(UnitId unit) {
    var sent = run.of(unit);
    return sent.isEmpty() ? Optional.empty() : Optional.of(Report.of(unit, sent));
  }
}
