package ch.meinkonto;

import ch.meinkonto.catalogue.Offer;
import ch.meinkonto.directory.CityReader;
import ch.meinkonto.directory.Organisation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code bin/city check}: reads a city’s folder as the portal does, and says what is wrong. */
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
        out.println(
            "%d services, %d units: no findings"
                .formatted(
                    city.get(Offer.class).services().size(),
                    city.get(Organisation.class).units().size()));
        yield 0;
      }
      case CityReader.Result.Refused(var findings) -> {
        findings.forEach(out::println);
        yield 1;
      }
    };
  }
}
