package ch.meinkonto;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules and the arrows between them are as the plan of the house says. */
class HouseTest {

  private static final Path PLAN = Path.of("../docs/house.md");
  private static final String BEGIN = "```mermaid\n";
  private static final String END = "```\n";

  /** The contract is a library of the same house, for all who speak it, and no module. */
  private final ApplicationModules modules =
      ApplicationModules.of(Portal.class, resideInAPackage("ch.meinkonto.contract.."));

  @Test
  void noModuleReachesWhereItMayNot() {
    modules.verify();
  }

  @Test
  void theDrawingIsTrue() throws IOException {
    var plan = Files.readString(PLAN);
    var begin = plan.indexOf(BEGIN) + BEGIN.length();
    var drawn = plan.substring(begin, plan.indexOf(END, begin));
    Files.writeString(Path.of("target/house.mermaid"), drawing());
    assertThat(drawn).as("put portal/target/house.mermaid into docs/house.md").isEqualTo(drawing());
  }

  /** Arrows from each module to those it uses, without {@code platform}, which all of them use. */
  private String drawing() {
    var arrows = new TreeSet<String>();
    for (var module : modules) {
      var name = module.getIdentifier().toString();
      module
          .getDirectDependencies(modules)
          .uniqueModules()
          .map(used -> used.getIdentifier().toString())
          .filter(used -> !used.equals("platform"))
          .forEach(used -> arrows.add("  " + name + " --> " + used));
    }
    return "flowchart TD\n" + String.join("\n", arrows) + "\n";
  }
}
