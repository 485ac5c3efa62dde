package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.handover.Tls;
import ch.meinkonto.connector.yaml.YamlMap;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the API is, and how one gets in.
 *
 * @param address its address, without a slash at its end
 * @param login how the connector says who it is
 * @param tls whom the connector believes
 * @param timeout how long it waits for a whole answer
 * @param refusals how the API says no
 */
record Api(String address, Login login, Tls tls, Duration timeout, Refusals refusals) {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  static Optional<Api> read(YamlMap options) {
    Login login = Login.read(options);
    Tls tls = Tls.read(options);
    Refusals refusals = Refusals.read(options);
    Duration timeout = options.timeout("timeout", TIMEOUT, LONGEST);
    return Address.read(options, "url").map(url -> new Api(url, login, tls, timeout, refusals));
  }
}
