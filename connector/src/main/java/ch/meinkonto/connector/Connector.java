package ch.meinkonto.connector;

import ch.meinkonto.connector.ConnectorFile.Reading;
import ch.meinkonto.connector.worklist.clerk.ClerkCommand;
import ch.meinkonto.connector.yaml.Finding;
import ch.meinkonto.unit.UnitCommand;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Serves units that have no connection of their own to the portal. */
@SpringBootApplication
public class Connector {

  /** Not an exit status: the connector runs on. */
  static final int RUNNING = -1;

  /**
   * With {@code --check} only looks whether the configuration is in order; with {@code clerk …}
   * only changes who may work at the worklists; with {@code register …} and its like only deals
   * with a unit's keys.
   */
  public static void main(String[] arguments) {
    // As in the portal: a thread that loads a class keeps its carrier, and two processors have two.
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "64");
    int status = run(arguments);
    if (status != RUNNING) {
      System.exit(status);
    }
  }

  /** The exit status, or {@link #RUNNING}. */
  @SuppressWarnings("SystemOut") // for whoever typed the command
  static int run(String... arguments) {
    if (arguments.length > 0 && UnitCommand.NAMES.contains(arguments[0])) {
      return UnitCommand.run(System.out, System.err, List.of(arguments));
    }
    boolean checkOnly = Arrays.asList(arguments).contains("--check");
    ConfigurableApplicationContext context = SpringApplication.run(Connector.class, arguments);
    boolean clerks = arguments.length > 0 && arguments[0].equals("clerk");
    int status = clerks ? clerk(context, arguments) : checkOnly ? check(context) : serve(context);
    if (status != RUNNING) {
      context.close();
    }
    return status;
  }

  @SuppressWarnings("SystemOut") // for whoever typed the command
  private static int clerk(ConfigurableApplicationContext context, String[] arguments) {
    return context
        .getBean(ClerkCommand.class)
        .run(System.out, System.err, Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  @SuppressWarnings("SystemOut") // for whoever typed the command
  private static int check(ConfigurableApplicationContext context) {
    return switch (context.getBean(ConnectorFile.class).read()) {
      case Reading.Faulty(List<Finding> findings) -> complain(findings);
      case Reading.Good(List<Connection> connections) -> {
        System.out.println("In order; units: " + connections.size());
        yield 0;
      }
    };
  }

  /** Serves the units of the configuration, if it is in order and at least one can be served. */
  static int serve(ConfigurableApplicationContext context) {
    return switch (context.getBean(ConnectorFile.class).read()) {
      case Reading.Faulty(List<Finding> findings) -> complain(findings);
      case Reading.Good(List<Connection> connections) -> {
        Connections served = context.getBean(Connections.class);
        context.getBean(FileWatch.class).start(connections);
        context.getBean(HealthPort.class).open(served);
        yield served.isEmpty() ? 1 : RUNNING;
      }
    };
  }

  @SuppressWarnings("SystemOut") // for whoever typed the command
  private static int complain(List<Finding> findings) {
    findings.forEach(System.err::println);
    return 1;
  }
}
