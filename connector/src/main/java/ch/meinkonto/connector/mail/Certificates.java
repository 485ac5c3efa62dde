package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Certificates in PEM or DER files. */
final class Certificates {

  private static final int SHORTEST_KEY = 2048;

  private Certificates() {}

  /**
   * The certificates in the file that an option names; what is wrong becomes a finding.
   *
   * @param missing gets the file if there is none
   */
  static List<X509Certificate> read(YamlMap options, String key, List<Path> missing) {
    Optional<Path> file = options.path(key);
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      List<X509Certificate> certificates = read(file.get());
      if (certificates.isEmpty()) {
        options.finding(key, "contains no certificate");
      }
      return certificates;
    } catch (NoSuchFileException e) {
      missing.add(file.get());
    } catch (IOException e) {
      options.finding(key, "cannot be read: " + e.getClass().getSimpleName());
    } catch (CertificateException e) {
      options.finding(key, "contains something that is no certificate");
    }
    return List.of();
  }

  /** The one certificate for which is encrypted. */
  static Optional<X509Certificate> readOne(YamlMap options, String key, List<Path> missing) {
    Optional<X509Certificate> first = read(options, key, missing).stream().findFirst();
    first.filter(one -> !isStrong(one)).ifPresent(_ -> weak(options, key));
    return first;
  }

  static void weak(YamlMap options, String key) {
    options.finding(key, "must have an RSA key of at least %d bits".formatted(SHORTEST_KEY));
  }

  static List<X509Certificate> read(Path file) throws IOException, CertificateException {
    List<X509Certificate> certificates = new ArrayList<>();
    try (InputStream content = Files.newInputStream(file)) {
      for (var one : CertificateFactory.getInstance("X.509").generateCertificates(content)) {
        if (one instanceof X509Certificate certificate) {
          certificates.add(certificate);
        }
      }
    }
    return certificates;
  }

  /** What every mail program can encrypt for. */
  static boolean isStrong(X509Certificate certificate) {
    return certificate.getPublicKey() instanceof RSAPublicKey key
        && key.getModulus().bitLength() >= SHORTEST_KEY;
  }
}
