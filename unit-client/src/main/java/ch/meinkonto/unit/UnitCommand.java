package ch.meinkonto.unit;

import ch.meinkonto.contract.ConformanceReport;
import ch.meinkonto.contract.ConformanceReport.Verdict;
import ch.meinkonto.contract.Fingerprint;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.RegistrationStatus;
import ch.meinkonto.contract.RegistrationStatus.Status;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a unit's technician types: keys, handing them in, trying out the system. */
public final class UnitCommand {

  /** What it can be asked for. */
  public static final Set<String> NAMES =
      Set.of(
          "make-keys",
          "fingerprint",
          "register",
          "conformance",
          "next-keys",
          "rotate",
          "keys-in-use");

  private static final int WAITS = 3;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int FAILED = 1;
  private static final int MISUSED = 64; // sysexits.h, EX_USAGE
  private static final String USAGE =
      """
      make-keys    --unit ID --keys DIR
      fingerprint  --unit ID --keys DIR
      register     --portal URL --unit ID --keys DIR --contact EMAIL [--push URL]
      conformance  --portal URL --unit ID --keys DIR [--wait SECONDS] [--json FILE]
      next-keys    --unit ID --keys DIR
      rotate       --portal URL --unit ID --keys DIR --contact EMAIL [--push URL]
      keys-in-use  --portal URL --unit ID --keys DIR
      DIR is a folder with private.jwks.json, or that file.
      """;

  private final PrintStream out;

  private UnitCommand(PrintStream out) {
    this.out = out;
  }

  /** Ends with 0 when it is done, with 3 when it waits for the city. */
  @SuppressWarnings("SystemOut") // for whoever typed the command
  public static void main(String[] arguments) {
    System.exit(run(System.out, System.err, List.of(arguments)));
  }

  /** The exit status. */
  public static int run(PrintStream out, PrintStream err, List<String> arguments) {
    try {
      return new UnitCommand(out).run(CommandLine.read(arguments));
    } catch (CommandLine.Misused e) {
      err.println(e.getMessage());
      err.print(USAGE);
      return MISUSED;
    } catch (PortalRefused e) {
      err.println("The portal refuses: " + e.problem().title() + detail(e));
    } catch (PortalUnavailable | IllegalStateException | IllegalArgumentException e) {
      err.println(e.getMessage());
    } catch (IOException e) {
      err.println("A file cannot be read or written: " + e.getMessage());
    }
    return FAILED;
  }

  private static String detail(PortalRefused refused) {
    return Optional.ofNullable(refused.problem().detail()).map(why -> " (" + why + ")").orElse("");
  }

  private int run(CommandLine line) throws IOException {
    return switch (line.command()) {
      case "make-keys" -> makeKeys(line);
      case "fingerprint" -> tell(keys(line));
      case "register" -> register(line);
      case "conformance" -> conformance(line);
      case "next-keys" -> nextKeys(line);
      case "rotate" -> rotate(line);
      case "keys-in-use" -> keysInUse(line);
      default -> throw new CommandLine.Misused(line.command() + " is no command here");
    };
  }

  private static UnitKeys keys(CommandLine line) throws IOException {
    return UnitKeys.read(line.unit(), line.keyFile());
  }

  private static Enrolment enrolment(CommandLine line, UnitKeys keys) {
    return Enrolment.of(UnitSettings.of(line.portal(), keys));
  }

  private int makeKeys(CommandLine line) throws IOException {
    Path file = line.keyFile();
    if (Files.exists(file)) {
      throw new IllegalStateException(file + " is there already; it stays as it is");
    }
    UnitKeys keys = UnitKeys.generate(line.unit());
    keys.writePrivate(file);
    out.println("New keys in " + file + ". Keep this file secret and safe: it opens all requests.");
    return tell(keys);
  }

  private int tell(UnitKeys keys) {
    out.println("Fingerprint: " + Fingerprint.of(keys.nextSigningKey()));
    return 0;
  }

  private int register(CommandLine line) throws IOException {
    try (Enrolment enrolment = enrolment(line, keys(line))) {
      RegistrationStatus status =
          enrolment.register(line.required("contact"), line.address("push").orElse(null));
      out.println("Fingerprint: " + status.fingerprint());
      boolean waits = status.status() == Status.WAITING;
      out.println(
          waits
              ? "Waits for the city: read the fingerprint to its operators on the phone."
              : "Confirmed: the keys count.");
      return waits ? WAITS : 0;
    }
  }

  private int conformance(CommandLine line) throws IOException {
    Duration patience = Duration.ofSeconds(line.number("wait", 120));
    try (Enrolment enrolment = enrolment(line, keys(line))) {
      ConformanceReport report = enrolment.beginConformance();
      long end = System.nanoTime() + patience.toNanos();
      while (report.verdict() == Verdict.OPEN && System.nanoTime() < end) {
        Waiting.sleep(LOOK);
        report = enrolment.conformance();
      }
      ReportTable.print(report, out);
      Optional<String> file = line.option("json");
      if (file.isPresent()) {
        Files.writeString(Path.of(file.get()), Json.write(report));
      }
      return switch (report.verdict()) {
        case GREEN, OPTIONAL -> 0;
        case RED -> FAILED;
        case OPEN -> WAITS;
      };
    }
  }

  private int nextKeys(CommandLine line) throws IOException {
    UnitKeys next = keys(line).withNext();
    next.writePrivate(line.keyFile());
    out.println("Next keys are in " + line.keyFile() + ". Let your system read them, then rotate.");
    return tell(next);
  }

  private int rotate(CommandLine line) throws IOException {
    UnitKeys keys = keys(line);
    try (Enrolment enrolment = enrolment(line, keys)) {
      RegistrationStatus status =
          enrolment.rotate(line.required("contact"), line.address("push").orElse(null));
      keys.rotated().writePrivate(line.keyFile());
      out.println("Fingerprint: " + status.fingerprint());
      out.println("The next keys count. Keep an old one as long as something is sealed for it:");
      status.keys().forEach(this::print);
      return 0;
    }
  }

  private int keysInUse(CommandLine line) throws IOException {
    try (Enrolment enrolment = enrolment(line, keys(line))) {
      enrolment.keysInUse().forEach(this::print);
      return 0;
    }
  }

  private void print(RegistrationStatus.KeyInUse key) {
    out.printf(
        "%-4s %-40s %-8s sealed: %d%n",
        key.use(), key.kid(), key.counts() ? "counts" : "old", key.sealed());
  }
}
