package ch.meinkonto.connector;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the environment tells the connector. */
@Component
public class ConnectorSettings {

  private final Environment environment;

  ConnectorSettings(Environment environment) {
    this.environment = environment;
  }

  /** The portal's address. */
  public URI portal() {
    return URI.create(environment.getRequiredProperty("connector.portal"));
  }

  /** The file that says which units are served, and how. */
  public Path config() {
    return path("config");
  }

  /** The folder for what the connector itself keeps of a unit. */
  public Path own(String unit) {
    return path("data-dir").resolve("connector").resolve(unit);
  }

  /** Where a unit's private keys are, unless the file says otherwise. */
  public Path privateKeys(String unit) {
    return own(unit).resolve("keys").resolve("private.jwks.json");
  }

  /** Where the worklist keeps its clerks, of all units. */
  public Path clerks() {
    return path("data-dir").resolve("connector").resolve("clerks");
  }

  /** The port of the worklist's pages. */
  public int worklistPort() {
    return environment.getRequiredProperty("connector.worklist-port", Integer.class);
  }

  /** The address that the worklist's pages are served on. */
  public String worklistAddress() {
    return environment.getRequiredProperty("connector.worklist-address");
  }

  /** Where clerks find the pages; empty for this machine only. */
  public Optional<URI> worklistUrl() {
    return Optional.ofNullable(environment.getProperty("connector.worklist-url"))
        .filter(url -> !url.isBlank())
        .map(URI::create);
  }

  /** Where a unit's public keys are put for the city. */
  public Path publicKeys(String unit) {
    return path("unit-keys-dir").resolve(unit + ".jwks.json");
  }

  /** How long a request is the connector's while it is handed over. */
  Duration lease() {
    return DurationStyle.detectAndParse(environment.getRequiredProperty("connector.lease"));
  }

  /** The port for health and figures; none when 0. */
  public int healthPort() {
    return environment.getRequiredProperty("connector.health-port", Integer.class);
  }

  /** What a placeholder in the file stands for. */
  public Optional<String> placeholder(String name) {
    return switch (name) {
      case "DATA_DIR" -> Optional.of(path("data-dir").toString());
      case "CITY_DIR" -> Optional.of(path("city-dir").toString());
      case "UNIT_KEYS_DIR" -> Optional.of(path("unit-keys-dir").toString());
      default -> Optional.ofNullable(System.getenv(name));
    };
  }

  private Path path(String name) {
    return Path.of(environment.getRequiredProperty("connector." + name));
  }
}
