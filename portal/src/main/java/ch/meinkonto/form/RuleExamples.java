package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.City;
import ch.meinkonto.directory.CitySnapshot;
import ch.meinkonto.platform.yaml.Findings;
import ch.meinkonto.platform.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules of a city’s services as examples that run ({@code examples/<service>.yaml}). The portal
 * does not read them while it serves: {@code bin/city check} and tests do.
 */
public final class RuleExamples {

  private static final String ENDING = ".yaml";

  /** All days of the week, and days all over the months. */
  private static final int DAYS_BETWEEN_RUNS = 13;

  private static final int DAYS = 365;

  private final Map<String, ExampleFile> files = new TreeMap<>();
  private final CitySnapshot city;

  private RuleExamples(CitySnapshot city) {
    this.city = city;
  }

  /** Reads the examples of a folder whose city is in order; what is wrong with them is found. */
  public static RuleExamples read(Path folder, CitySnapshot city, Findings findings) {
    var examples = new RuleExamples(city);
    paths(folder.resolve("examples")).forEach(file -> examples.add(file, findings));
    return examples;
  }

  private static List<Path> paths(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Path file, Findings findings) {
    var name = file.getFileName().toString();
    var service = name.substring(0, name.length() - ENDING.length());
    var form = forms().get(service);
    if (form == null) {
      findings.add(file, 1, "there is no service “" + service + "” with a form");
    } else {
      files.put(service, new ExampleFile(form, YamlFile.read(file, findings)));
    }
  }

  private Map<String, Form> forms() {
    var forms = new TreeMap<String, Form>();
    city.get(CityForms.class)
        .byService()
        .forEach((id, service) -> forms.put(id.value(), service.form()));
    return forms;
  }

  /** Runs all of them, on days of a whole year from today: what does not hold is found. */
  public void run(Clock clock) {
    var today = clock.instant().atZone(city.get(City.class).zone());
    var days =
        IntStream.rangeClosed(0, DAYS / DAYS_BETWEEN_RUNS)
            .<ZonedDateTime>mapToObj(i -> today.plusDays((long) i * DAYS_BETWEEN_RUNS))
            .toList();
    files.values().forEach(file -> file.run(days));
  }

  /** The examples of a service; none when it has no file of them. */
  public List<RuleExample> of(ServiceId service) {
    var file = files.get(service.value());
    return file == null ? List.of() : file.examples();
  }

  /** How many there are. */
  public int count() {
    return files.values().stream().mapToInt(file -> file.examples().size()).sum();
  }
}
