package ch.meinkonto.platform;

import java.util.Comparator;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** Runs a {@link Command} instead of serving pages. */
public final class PortalCommand {

  private static final int MISUSED = 64; // sysexits.h, EX_USAGE

  private PortalCommand() {}

  /** Whether the program was started to run a command: {@code rotate-master-key …}. */
  public static boolean isWanted(String... arguments) {
    return arguments.length > 0 && !arguments[0].startsWith("-");
  }

  /** Runs it and returns its exit code. */
  public static int run(Class<?> application, String... arguments) {
    var spring = new SpringApplication(application);
    spring.setWebApplicationType(WebApplicationType.NONE);
    // only what the command needs is made
    spring.setLazyInitialization(true);
    spring.setLogStartupInfo(false);
    try (var context = spring.run()) {
      var commands =
          context.getBeansOfType(Command.class).values().stream()
              .sorted(Comparator.comparing(Command::name))
              .toList();
      var wanted = List.of(arguments);
      return commands.stream()
          .filter(command -> command.name().equals(wanted.getFirst()))
          .findFirst()
          .map(command -> command.run(wanted.subList(1, wanted.size())))
          .orElseGet(() -> explain(commands));
    }
  }

  private static int explain(List<Command> commands) {
    System.err.println("Commands:");
    commands.forEach(
        command -> System.err.printf("  %-20s %s%n", command.name(), command.description()));
    return MISUSED;
  }
}
