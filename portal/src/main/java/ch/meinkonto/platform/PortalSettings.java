package ch.meinkonto.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.core.env.Environment;

/**
 * How this portal is set up, from the environment.
 *
 * @param mode the demo brings everything along; production refuses what is only good for a demo
 * @param baseUrl the address under which people and units reach the portal, without a slash at its
 *     end
 * @param dataDir where the demo keeps its database and keys
 * @param cityDir the folder that describes the city
 * @param unitKeysDir the folder with the units' public keys
 * @param masterKeyFile file with the master key; empty when it is given directly or the demo makes
 *     one
 * @param masterKey the master key itself; empty when it is in a file
 */
public record PortalSettings(
    Mode mode,
    URI baseUrl,
    Path dataDir,
    Path cityDir,
    Path unitKeysDir,
    String masterKeyFile,
    String masterKey) {

  /**
   * Reads the settings; Spring itself would look for a relative path inside the web application.
   */
  static PortalSettings from(Environment environment) {
    var mode =
        Mode.valueOf(environment.getRequiredProperty("meinkonto.mode").toUpperCase(Locale.ROOT));
    if (mode == Mode.PRODUCTION) {
      ProductionSettings.check(environment);
    }
    return new PortalSettings(
        mode,
        URI.create(environment.getRequiredProperty("meinkonto.base-url")),
        Path.of(environment.getRequiredProperty("meinkonto.data-dir")),
        Path.of(environment.getRequiredProperty("meinkonto.city-dir")),
        Path.of(environment.getRequiredProperty("meinkonto.unit-keys-dir")),
        environment.getProperty("meinkonto.master-key-file", ""),
        environment.getProperty("meinkonto.master-key", ""));
  }

  /** Whether the portal is shown or used. */
  public enum Mode {
    DEMO,
    PRODUCTION
  }

  /** Whether this is the demo, with everything included. */
  public boolean demo() {
    return mode == Mode.DEMO;
  }

  /** Whether people reach the portal over TLS, which ends before it. */
  public boolean tls() {
    return "https".equals(baseUrl.getScheme());
  }

  /** An absolute address of this portal. */
  public URI url(String path) {
    return URI.create(baseUrl.toString() + path);
  }
}
