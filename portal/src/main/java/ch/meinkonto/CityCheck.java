package ch.meinkonto;

import ch.meinkonto.catalogue.Offer;
import ch.meinkonto.directory.CityReader;
import ch.meinkonto.directory.CitySnapshot;
import ch.meinkonto.directory.Organisation;
import ch.meinkonto.form.RuleExamples;
import ch.meinkonto.platform.yaml.Finding;
import ch.meinkonto.platform.yaml.Findings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code bin/city check}: reads a city’s folder as the portal does, looks at whom its connector
 * serves, runs the examples of its services’ rules, and says what is wrong.
 */
public final class CityCheck {

  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  private CityCheck() {}

  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("One argument: the city’s folder.");
      System.exit(2);
    }
    VECTORS.setLevel(
        Level.SEVERE); // says that it would be faster with a module that is not finished
    System.exit(check(Path.of(arguments[0]), System.out));
  }

  /** Checks the folder; 0 when it is in order, else 1. */
  static int check(Path folder, PrintStream out) {
    return switch (CityReader.ofAllModules().read(folder)) {
      case CityReader.Result.Read(var city) -> {
        var findings = new Findings();
        ConnectedUnits.check(folder, city.get(Organisation.class), findings);
        var examples = RuleExamples.read(folder, city, findings);
        if (findings.isEmpty()) {
          examples.run(Clock.systemUTC());
        }
        yield findings.isEmpty() ? inOrder(city, examples.count(), out) : told(findings.all(), out);
      }
      case CityReader.Result.Refused(var findings) -> told(findings, out);
    };
  }

  private static int inOrder(CitySnapshot city, int examples, PrintStream out) {
    out.println(
        "%d services, %d units, %d rule examples: no findings"
            .formatted(
                city.get(Offer.class).services().size(),
                city.get(Organisation.class).units().size(),
                examples));
    return 0;
  }

  private static int told(List<Finding> findings, PrintStream out) {
    findings.forEach(out::println);
    return 1;
  }
}
