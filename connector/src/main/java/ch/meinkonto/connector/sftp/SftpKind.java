package ch.meinkonto.connector.sftp;

import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.yaml.YamlMap;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The kind {@code sftp}: requests in, answers out, as files on the unit's server. */
@Component
final class SftpKind implements ChannelKind {

  private static final Duration SETTLE = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

  @Override
  public String name() {
    return "sftp";
  }

  @Override
  public Optional<Plan> read(String unit, YamlMap options) {
    options.allow(
        "channel",
        "keys",
        ChannelKind.OFFERS,
        "host",
        "port",
        "folder",
        "user",
        "private-key",
        "passphrase",
        "password",
        "known-hosts",
        "host-key",
        "acknowledgement",
        "settle",
        "poll",
        "timeout",
        Mappings.OPTION);
    Optional<String> host = options.text("host");
    SftpPlan.Rhythm rhythm =
        new SftpPlan.Rhythm(
            options.duration("settle", SETTLE),
            options.duration("poll", POLL),
            options.duration("timeout", TIMEOUT));
    if (rhythm.poll().isZero()) {
      options.finding("poll", "must be longer than nothing");
    }
    if (rhythm.timeout().compareTo(SHORTEST_TIMEOUT) < 0) {
      options.finding("timeout", "must be 100ms at least");
    }
    int port = port(options);
    String folder = options.optionalText("folder").orElse(".");
    boolean acknowledged = acknowledged(options);
    Optional<HostKeys> hostKeys = HostKeys.read(options);
    Optional<Login> login = Login.read(options);
    Mappings mappings = Mappings.read(options);
    if (host.isEmpty() || hostKeys.isEmpty() || login.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SftpPlan(
            new SftpPlan.Address(host.get(), port, folder),
            login.get(),
            hostKeys.get(),
            acknowledged,
            rhythm,
            mappings));
  }

  private static int port(YamlMap options) {
    String written = options.optionalText("port").orElse("22");
    if (PORT.matcher(written).matches() && Integer.parseInt(written) < 65536) {
      return Integer.parseInt(written);
    }
    options.finding("port", "must be a port such as 22");
    return 22;
  }

  private static boolean acknowledged(YamlMap options) {
    String word = options.optionalText("acknowledgement").orElse("required");
    if (!word.equals("required") && !word.equals("none")) {
      options.finding("acknowledgement", "must be required or none");
    }
    return word.equals("required");
  }
}
