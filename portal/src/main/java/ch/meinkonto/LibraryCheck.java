package ch.meinkonto;

import ch.meinkonto.platform.library.Advisories;
import ch.meinkonto.platform.library.Inventory;
import ch.meinkonto.platform.library.Library;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** {@code bin/libraries}: says which of the portal's libraries have known holes. */
public final class LibraryCheck {

  private LibraryCheck() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("One argument: the file with the known holes.");
      System.exit(2);
    }
    try (var list = LibraryCheck.class.getClassLoader().getResourceAsStream(Inventory.PLACE)) {
      if (list == null) {
        System.err.println("This program has no list of its libraries: build it while online.");
        System.exit(2);
        return;
      }
      System.exit(check(Inventory.read(list), Path.of(arguments[0]), System.out));
    }
  }

  /** Compares them; 0 when none has any, else 1. */
  static int check(List<Library> libraries, Path known, PrintStream out) throws IOException {
    var advisories = Advisories.read(known);
    var found = 0;
    for (var library : libraries) {
      for (var advisory : advisories) {
        if (advisory.concerns(library)) {
          found++;
          out.printf(
              "%s %s: %s %s%n",
              library.name(), library.version(), advisory.id(), advisory.summary());
        }
      }
    }
    out.printf(
        "%d libraries, %d known holes, %d of them here%n",
        libraries.size(), advisories.size(), found);
    return found == 0 && !advisories.isEmpty() && !libraries.isEmpty() ? 0 : 1;
  }
}
