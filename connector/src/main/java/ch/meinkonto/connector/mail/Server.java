package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.yaml.Secret;
import ch.meinkonto.connector.yaml.YamlMap;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A mail server and how to get in; always over TLS, never without a time-out.
 *
 * @param address {@code smtps://}, {@code imaps://}: TLS from the start; {@code smtp://}, {@code
 *     imap://}: STARTTLS or nothing
 * @param user null where none is needed
 * @param access how it is spoken to
 */
record Server(URI address, @Nullable String user, @Nullable Secret password, Access access) {

  /**
   * How servers are spoken to.
   *
   * @param trust which certificates of servers are believed; those of Java when empty
   * @param timeout how long an answer may take
   */
  record Access(List<X509Certificate> trust, Duration timeout) {}

  private static final Duration TO_CONNECT = Duration.ofSeconds(10);

  /** Reads {@code address}, {@code user} and {@code password}. */
  static Optional<Server> read(YamlMap options, Set<String> schemes, Access access) {
    options.allow("address", "user", "password");
    boolean anonymous =
        schemes.contains("smtps")
            && !options.keys().contains("user")
            && !options.keys().contains("password");
    Optional<String> user = anonymous ? Optional.empty() : options.text("user");
    Optional<Secret> password = anonymous ? Optional.empty() : options.secret("password");
    return options
        .text("address")
        .flatMap(text -> address(text, schemes))
        .or(() -> {
          options.finding("address", "must begin with one of: " + schemes + ", with a host");
          return Optional.empty();
        })
        .map(uri -> new Server(uri, user.orElse(null), password.orElse(null), access));
  }

  private static Optional<URI> address(String text, Set<String> schemes) {
    try {
      URI uri = new URI(text);
      boolean fits = schemes.contains(uri.getScheme()) && uri.getHost() != null;
      return fits && uri.getUserInfo() == null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  String protocol() {
    return address.getScheme();
  }

  String host() {
    return address.getHost();
  }

  int port() {
    if (address.getPort() > 0) {
      return address.getPort();
    }
    return switch (protocol()) {
      case "smtps" -> 465;
      case "smtp" -> 587;
      case "imaps" -> 993;
      default -> 143;
    };
  }

  @Nullable String secret() throws IOException {
    return password == null ? null : password.reveal();
  }

  /**
   * A session.
   *
   * @param sender the address that bounces go to
   */
  Session session(String sender) {
    String prefix = "mail." + protocol() + ".";
    Properties properties = new Properties();
    properties.setProperty(
        prefix + "connectiontimeout",
        millis(access.timeout.compareTo(TO_CONNECT) < 0 ? access.timeout : TO_CONNECT));
    properties.setProperty(prefix + "timeout", millis(access.timeout));
    properties.setProperty(prefix + "writetimeout", millis(access.timeout));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "starttls.enable", "true");
    properties.setProperty(prefix + "starttls.required", "true");
    properties.setProperty(prefix + "auth", String.valueOf(user != null));
    properties.setProperty(prefix + "from", sender);
    properties.setProperty(prefix + "localhost", sender.substring(sender.indexOf('@') + 1));
    // RFC 3461: the whole mail comes back if it cannot be delivered, so that nothing is lost
    properties.setProperty(prefix + "dsn.notify", "FAILURE");
    properties.setProperty(prefix + "dsn.ret", "FULL");
    if (!access.trust.isEmpty()) {
      properties.put(prefix + "ssl.socketFactory", sockets());
    }
    return Session.getInstance(properties);
  }

  private static String millis(Duration duration) {
    return String.valueOf(duration.toMillis());
  }

  private SSLSocketFactory sockets() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (X509Certificate one : access.trust) {
        store.setCertificateEntry("ca-" + store.size(), one);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
