package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.handover.Addresses;
import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.connector.handover.Tls;
import ch.meinkonto.connector.yaml.Secret;
import ch.meinkonto.connector.yaml.YamlMap;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.apache.qpid.protonj2.client.ConnectionOptions;

/**
 * Where the broker is, and how one gets in.
 *
 * @param address {@code amqps://host:port}, or {@code amqp://} on this machine
 * @param user who the connector is; without it, its certificate says so
 * @param timeout how long the broker may take for anything
 */
record Broker(
    URI address, Optional<String> user, Optional<Secret> password, Tls tls, Duration timeout) {

  private static final URI EXAMPLE = URI.create("amqps://broker.example");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int PORT = 5672;
  private static final int PORT_WITH_TLS = 5671;

  static Optional<Broker> read(YamlMap options) {
    Optional<String> user = options.optionalText("user");
    Optional<Secret> password = user.isPresent() ? options.secret("password") : Optional.empty();
    Tls tls = Tls.read(options);
    Duration timeout = options.timeout("timeout", TIMEOUT, LONGEST);
    return Addresses.read(options, "broker", EXAMPLE, Broker::isWhole)
        .map(address -> new Broker(address, user, password, tls, timeout));
  }

  private static boolean isWhole(URI address) {
    return address.getRawQuery() == null
        && (address.getRawPath() == null || address.getRawPath().isEmpty());
  }

  boolean isSecure() {
    return "amqps".equals(address.getScheme());
  }

  int port() {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return isSecure() ? PORT_WITH_TLS : PORT;
  }

  /** What a connection needs to know; whom it does not believe it does not talk to. */
  ConnectionOptions options() throws NotNow, IOException {
    long patience = timeout.toMillis();
    ConnectionOptions options =
        new ConnectionOptions()
            .openTimeout(patience)
            .requestTimeout(patience)
            .sendTimeout(patience)
            .closeTimeout(1_000)
            .reconnectEnabled(false);
    options.transportOptions().connectTimeout(Math.toIntExact(patience)).allowNativeIO(false);
    user.ifPresent(options::user);
    if (password.isPresent()) {
      options.password(password.get().reveal());
    }
    if (isSecure()) {
      options.sslEnabled(true);
      options.sslOptions().verifyHost(true);
      try {
        options.sslOptions().sslContextOverride(tls.context());
      } catch (GeneralSecurityException e) {
        throw new NotNow("certificate or trust cannot be read");
      }
    }
    return options;
  }
}
