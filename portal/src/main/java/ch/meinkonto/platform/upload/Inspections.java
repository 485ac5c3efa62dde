package ch.meinkonto.platform.upload;

import ch.meinkonto.platform.upload.FileInspection.Outcome;
import org.springframework.stereotype.Component;

/** Looks at what residents send: what it is, and then whether it has a virus. */
@Component
public class Inspections {

  private final VirusScanner scanner;

  Inspections(VirusScanner scanner) {
    this.scanner = scanner;
  }

  /** The file's kind, or the rule that it breaks; never in a transaction. */
  public Outcome inspect(UploadRules rules, Content content) {
    return switch (FileInspection.inspect(rules, content)) {
      case Outcome.Refused refused -> refused;
      case Outcome.Accepted accepted ->
          scanner.look(content).rule().<Outcome>map(Outcome.Refused::new).orElse(accepted);
    };
  }
}
