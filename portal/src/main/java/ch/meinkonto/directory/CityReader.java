package ch.meinkonto.directory;

import ch.meinkonto.platform.yaml.Finding;
import ch.meinkonto.platform.yaml.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a city’s folder whole: the state it describes, or everything that is wrong with it. */
public final class CityReader {

  /** What a reading led to. */
  public sealed interface Result {
    /** The folder is in order. */
    record Read(CitySnapshot snapshot) implements Result {}

    /** Something in the folder is wrong. */
    record Refused(List<Finding> findings) implements Result {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }

  private final List<CityPart<?>> parts;

  CityReader(List<CityPart<?>> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Reads what all modules of this portal read. */
  public static CityReader ofAllModules() {
    return new CityReader(CityParts.all());
  }

  /** Reads the folder. */
  public Result read(Path folder) {
    if (!Files.isDirectory(folder)) {
      var findings = new Findings();
      findings.add(folder, 1, "there is no such folder");
      return new Result.Refused(findings.all());
    }
    var reading = new CityReading(folder, parts);
    try {
      var snapshot = reading.all();
      return reading.findings().isEmpty()
          ? new Result.Read(snapshot)
          : new Result.Refused(reading.findings().all());
    } catch (RuntimeException e) {
      // A part may stumble over what it has already complained about; without a complaint it is a
      // mistake of ours, and must not pass for one of the file's author.
      if (reading.findings().isEmpty()) {
        throw e;
      }
      return new Result.Refused(reading.findings().all());
    }
  }
}
