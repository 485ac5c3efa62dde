package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.handover.Addresses;
import ch.meinkonto.connector.handover.Tls;
import ch.meinkonto.connector.yaml.YamlMap;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.ws.soap.SoapVersion;

/**
 * Where a web service is, and how one speaks with it.
 *
 * @param sender the connector's id in the frame
 * @param recipient the unit's id in the frame
 * @param test whether messages are marked as tests
 * @param timeout how long a call may take
 */
record Service(
    URI address,
    SoapVersion version,
    String sender,
    String recipient,
    boolean test,
    Optional<Login> login,
    Tls tls,
    Duration timeout) {

  private static final URI EXAMPLE = URI.create("https://fach.example/soap");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int LONGEST_ID = 100;

  static Optional<Service> read(String unit, YamlMap options) {
    Optional<URI> address = Addresses.read(options, "address", EXAMPLE, _ -> true);
    SoapVersion version = version(options);
    String sender = participant(options, "sender", "mein-konto");
    String recipient = participant(options, "recipient", unit);
    boolean test = options.flag("test");
    Optional<Login> login = options.optionalMap("login").flatMap(Login::read);
    Tls tls = Tls.read(options);
    Duration timeout = options.timeout("timeout", TIMEOUT, LONGEST);
    return address.map(
        uri -> new Service(uri, version, sender, recipient, test, login, tls, timeout));
  }

  private static SoapVersion version(YamlMap options) {
    return switch (options.optionalText("version").orElse("1.2")) {
      case "1.1" -> SoapVersion.SOAP_11;
      case "1.2" -> SoapVersion.SOAP_12;
      default -> {
        options.finding("version", "must be 1.1 or 1.2");
        yield SoapVersion.SOAP_12;
      }
    };
  }

  private static String participant(YamlMap options, String key, String otherwise) {
    String id = options.optionalText(key).orElse(otherwise);
    if (id.isBlank() || id.length() > LONGEST_ID) {
      options.finding(key, "must be an id of 1 to 100 characters");
    }
    return id;
  }

  /** The address for messages to operators: without what stands behind a question mark. */
  String name() {
    return "%s://%s%s"
        .formatted(address.getScheme(), address.getRawAuthority(), address.getRawPath());
  }
}
