package ch.meinkonto.connector.handover;

import ch.meinkonto.connector.yaml.Secret;
import ch.meinkonto.connector.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom the connector believes, and how it shows itself.
 *
 * @param trust certificates in PEM: only what they vouch for is believed; without it, what Java
 *     believes
 * @param certificate the connector's own, with its key, in PKCS #12
 * @param password opens it
 */
public record Tls(Optional<Path> trust, Optional<Path> certificate, Optional<Secret> password) {

  /** The map {@code tls}, when there is one. */
  public static Tls read(YamlMap options) {
    Optional<YamlMap> tls = options.optionalMap("tls");
    tls.ifPresent(map -> map.allow("trust", "certificate", "password"));
    Optional<Path> certificate =
        tls.filter(map -> map.keys().contains("certificate"))
            .flatMap(map -> map.path("certificate"));
    return new Tls(
        tls.filter(map -> map.keys().contains("trust")).flatMap(map -> map.path("trust")),
        certificate,
        certificate.isPresent() ? tls.flatMap(map -> map.secret("password")) : Optional.empty());
  }

  /** Whether something special was said. */
  public boolean isSpecial() {
    return trust.isPresent() || certificate.isPresent();
  }

  /** The same for a client of Java's. */
  public SSLContext context() throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers(), trustManagers(), null);
    return context;
  }

  private KeyManager @Nullable [] keyManagers() throws GeneralSecurityException, IOException {
    if (certificate.isEmpty() || password.isEmpty()) {
      return null;
    }
    char[] opener = password.get().reveal().toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(certificate.get())) {
      keys.load(file, opener);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, opener);
    return factory.getKeyManagers();
  }

  private TrustManager @Nullable [] trustManagers() throws GeneralSecurityException, IOException {
    if (trust.isEmpty()) {
      return null;
    }
    KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
    believed.load(null, null);
    try (InputStream file = Files.newInputStream(trust.get())) {
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
        believed.setCertificateEntry("trusted-" + believed.size(), one);
      }
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(believed);
    return factory.getTrustManagers();
  }
}
