package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.mail.Server.Access;
import ch.meinkonto.connector.mapping.Mappings;
import ch.meinkonto.connector.yaml.Secret;
import ch.meinkonto.connector.yaml.YamlMap;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The kind {@code mail}: requests to a unit's mailbox, its replies back. */
@Component
final class MailKind implements ChannelKind {

  private static final Duration POLL = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,2}) ?MB");
  private static final int MEGABYTE = 1024 * 1024;
  private static final Set<String> SMTP = Set.of("smtp", "smtps");
  private static final Set<String> IMAP = Set.of("imap", "imaps");

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Optional<Plan> read(String unit, YamlMap options) {
    options.allow(
        "channel",
        "keys",
        ChannelKind.OFFERS,
        "from",
        "key",
        "key-password",
        "to",
        "certificate",
        "offices",
        "signers",
        "smtp",
        "replies",
        "lookup",
        "trust",
        "timeout",
        "poll",
        "largest",
        Mappings.OPTION);
    List<Path> missing = new ArrayList<>();
    Access access =
        new Access(
            options.keys().contains("trust")
                ? Certificates.read(options, "trust", missing)
                : List.of(),
            options.duration("timeout", TIMEOUT));
    Optional<String> from = address(options, "from");
    Optional<Identity> identity = identity(options, missing);
    Optional<Recipient> to = recipient(options, access, missing);
    Map<String, Recipient> offices = offices(options, access, missing);
    List<X509Certificate> signers =
        options.keys().contains("signers")
            ? Certificates.read(options, "signers", missing)
            : List.of();
    Optional<Server> smtp = options.map("smtp").flatMap(map -> Server.read(map, SMTP, access));
    Optional<Server> replies =
        options.map("replies").flatMap(map -> Server.read(map, IMAP, access));
    Duration poll = options.duration("poll", POLL);
    if (poll.isZero()) {
      options.finding("poll", "must be longer than nothing");
    }
    if (access.timeout().isZero()) {
      options.finding("timeout", "must be longer than nothing");
    }
    int largest = size(options);
    Mappings mappings = Mappings.read(options);
    if (!missing.isEmpty()) {
      return Optional.of(new WaitingPlan(missing));
    }
    if (from.isEmpty()
        || identity.isEmpty()
        || to.isEmpty()
        || smtp.isEmpty()
        || replies.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MailPlan(
            from.get(),
            identity.get(),
            to.get(),
            offices,
            signers.isEmpty() ? certificates(to.get(), offices) : signers,
            smtp.get(),
            replies.get(),
            poll,
            largest,
            mappings));
  }

  /** Unless it is said otherwise, who can read a request may answer it. */
  private static List<X509Certificate> certificates(Recipient to, Map<String, Recipient> offices) {
    return Stream.concat(Stream.of(to), offices.values().stream())
        .map(Recipient::certificate)
        .distinct()
        .toList();
  }

  private static Optional<Identity> identity(YamlMap options, List<Path> missing) {
    Optional<Path> file = options.path("key");
    Optional<Secret> password = options.secret("key-password");
    if (file.isEmpty() || password.isEmpty()) {
      return Optional.empty();
    }
    try {
      Identity identity = Identity.read(file.get(), password.get().reveal());
      if (!Certificates.isStrong(identity.certificate())) {
        Certificates.weak(options, "key");
      }
      return Optional.of(identity);
    } catch (NoSuchFileException e) {
      missing.add(Path.of(e.getFile()));
      return Optional.empty();
    } catch (IOException | GeneralSecurityException e) {
      options.finding(
          "key", "cannot be read, or “key-password” is wrong: " + e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static Optional<Recipient> recipient(YamlMap options, Access access, List<Path> missing) {
    Optional<String> to = address(options, "to");
    Optional<X509Certificate> certificate = Certificates.readOne(options, "certificate", missing);
    Optional<Server> lookup =
        options.optionalMap("lookup").flatMap(map -> Server.read(map, IMAP, access));
    return to.flatMap(address -> certificate.map(known -> new Recipient(address, known, lookup)));
  }

  private static Map<String, Recipient> offices(
      YamlMap options, Access access, List<Path> missing) {
    Map<String, Recipient> offices = new TreeMap<>();
    options
        .optionalMap("offices")
        .ifPresent(map -> {
          for (String office : map.keys()) {
            map.map(office)
                .flatMap(one -> {
                  one.allow("to", "certificate", "lookup");
                  return recipient(one, access, missing);
                })
                .ifPresent(recipient -> offices.put(office, recipient));
          }
        });
    return offices;
  }

  private static Optional<String> address(YamlMap options, String key) {
    return options
        .text(key)
        .flatMap(text -> {
          try {
            InternetAddress address = new InternetAddress(text, true);
            if (address.getAddress().equals(text) && text.contains("@")) {
              return Optional.of(text);
            }
          } catch (AddressException e) {
            // said below
          }
          options.finding(key, "must be a mail address");
          return Optional.empty();
        });
  }

  private static int size(YamlMap options) {
    Matcher size = SIZE.matcher(options.optionalText("largest").orElse("25 MB"));
    if (!size.matches()) {
      options.finding("largest", "must be a size such as 25 MB");
      return 0;
    }
    return Integer.parseInt(size.group(1)) * MEGABYTE;
  }
}
