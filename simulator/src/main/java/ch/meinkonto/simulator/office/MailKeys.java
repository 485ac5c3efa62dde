package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Certificates for the demo, made at the first start; in a city, its certificate authority makes
 * them. For each name: {@code NAME.p12} with the key, {@code NAME.pem} with the certificate.
 */
final class MailKeys {

  /** A key and its certificate. */
  record Pair(PrivateKey key, X509Certificate certificate) {}

  private static final Duration VALIDITY = Duration.ofDays(3 * 365);

  private final Path folder;
  private final String password;

  MailKeys(Path folder) {
    this.folder = folder;
    this.password = Disk.secret(folder.resolve("password"));
  }

  /** The password of all mailboxes and key files. */
  String password() {
    return password;
  }

  Path file(String name) {
    return folder.resolve(name + ".p12");
  }

  /** The pair of this name, made if there is none. */
  synchronized Pair of(String name) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      if (!Files.exists(file(name))) {
        make(name);
      }
      try (var content = Files.newInputStream(file(name))) {
        store.load(content, password.toCharArray());
      }
      return new Pair(
          (PrivateKey) store.getKey(name, password.toCharArray()),
          (X509Certificate) store.getCertificate(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("No key for " + name, e);
    }
  }

  private void make(String name)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048); // quick: no demo should wait for its keys
    var pair = generator.generateKeyPair();
    var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
    var certificate =
        new JcaX509CertificateConverter()
            .getCertificate(certificate(name, pair.getPublic()).build(signer));
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        name, pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate});
    Files.writeString(
        folder.resolve(name + ".pem"),
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
            .formatted(
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(certificate.getEncoded())));
    var part = folder.resolve(name + ".part");
    try (var out = Files.newOutputStream(part)) {
      store.store(out, password.toCharArray());
    }
    Files.move(part, file(name));
  }

  @SuppressWarnings("JavaUtilDate") // as the library wants it
  private static JcaX509v3CertificateBuilder certificate(String name, PublicKey key)
      throws CertIOException {
    var subject = new X500Name("CN=" + name);
    var now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            subject,
            new BigInteger(64, new SecureRandom()),
            Date.from(now.minus(Duration.ofMinutes(5))),
            Date.from(now.plus(VALIDITY)),
            subject,
            key);
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
    return builder;
  }
}
