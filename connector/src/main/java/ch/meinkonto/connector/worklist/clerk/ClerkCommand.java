package ch.meinkonto.connector.worklist.clerk;

import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.stereotype.Component;

/** {@code clerk add|again|lock|unlock|remove|list|demo}: for whoever runs the connector. */
@Component
public class ClerkCommand {

  private static final String USAGE =
      """
      clerk add --unit=UNIT --name="NAME" [--role=reader|clerk|head] LOGIN
      clerk again LOGIN      a new start code; password and second factor are no longer good
      clerk lock LOGIN       may not log in any more
      clerk unlock LOGIN
      clerk remove LOGIN
      clerk list\
      """;

  /** A clerk of the demo, whose secrets everybody may know. */
  private record Demo(String login, String name, String unit, String password, String secret) {}

  private final Clerks clerks;

  ClerkCommand(Clerks clerks) {
    this.clerks = clerks;
  }

  /** Does what the arguments after {@code clerk} say; gives the exit status. */
  public int run(PrintStream out, PrintStream err, String... arguments) {
    ApplicationArguments given = new DefaultApplicationArguments(arguments);
    List<String> words = given.getNonOptionArgs();
    try {
      return switch (words.isEmpty() ? "" : words.getFirst()) {
        case "add" -> add(given, words.get(1), out, err);
        case "again" -> again(words.get(1), out, err);
        case "lock" -> lock(words.get(1), true, err);
        case "unlock" -> lock(words.get(1), false, err);
        case "remove" -> remove(words.get(1), err);
        case "list" -> list(out);
        case "demo" -> demo(Path.of(words.get(1)));
        default -> usage(err);
      };
    } catch (IndexOutOfBoundsException e) {
      return usage(err);
    } catch (IllegalArgumentException | IOException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static int usage(PrintStream err) {
    err.println(USAGE);
    return 2;
  }

  private int add(ApplicationArguments given, String login, PrintStream out, PrintStream err) {
    String unit = option(given, "unit").orElse("");
    String name = option(given, "name").orElse("");
    if (unit.isBlank() || name.isBlank()) {
      return usage(err);
    }
    Role role = Role.ofCode(option(given, "role").orElse("clerk"));
    Optional<String> code = clerks.add(login, name, unit, role);
    if (code.isEmpty()) {
      err.println(
          "There is a clerk “" + login + "” already. A new start code: clerk again " + login);
      return 1;
    }
    tell(login, code.get(), out);
    return 0;
  }

  private static void tell(String login, String code, PrintStream out) {
    out.println("Start code for " + login + ", good once, for 7 days: " + code);
  }

  private static Optional<String> option(ApplicationArguments given, String name) {
    return Optional.ofNullable(given.getOptionValues(name)).map(List::getFirst);
  }

  private int again(String login, PrintStream out, PrintStream err) {
    Optional<String> code = clerks.beginAgain(login);
    code.ifPresent(fresh -> tell(login, fresh, out));
    return code.isPresent() ? 0 : unknown(login, err);
  }

  private int lock(String login, boolean locked, PrintStream err) {
    if (clerks.find(login).isEmpty()) {
      return unknown(login, err);
    }
    clerks.setLocked(login, locked);
    return 0;
  }

  private int remove(String login, PrintStream err) {
    if (clerks.find(login).isEmpty()) {
      return unknown(login, err);
    }
    clerks.remove(login);
    return 0;
  }

  private static int unknown(String login, PrintStream err) {
    err.println("There is no clerk “" + login + "”.");
    return 1;
  }

  private int list(PrintStream out) {
    for (Clerk clerk : clerks.all()) {
      String state = clerk.locked() ? "locked" : clerk.ready() ? "" : "has a start code";
      out.println(
          "%s\t%s\t%s\t%s\t%s"
              .formatted(clerk.login(), clerk.unit(), clerk.role().code(), clerk.name(), state)
              .stripTrailing());
    }
    return 0;
  }

  /** Not in the usage: only for a city that is played. */
  private int demo(Path file) throws IOException {
    for (Demo one : Json.mapper().readValue(Files.readString(file), Demo[].class)) {
      if (clerks.add(one.login, one.name, one.unit, Role.HEAD).isPresent()) {
        clerks.set(one.login, one.password, Base64.getDecoder().decode(one.secret));
      }
    }
    return 0;
  }
}
