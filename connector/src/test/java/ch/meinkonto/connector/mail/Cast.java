package ch.meinkonto.connector.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
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

/** Who has a key in these tests; each key is made once. */
final class Cast {

  static final String PASSWORD = "changeit";
  static final Identity CONNECTOR = someone("connector", Duration.ofDays(365));
  static final Identity OFFICE = someone("fundbuero", Duration.ofDays(365));
  static final Identity STATION = someone("hauptbahnhof", Duration.ofDays(365));
  static final Identity STRANGER = someone("fundbuero", Duration.ofDays(365));
  static final Identity SERVER = someone("localhost", Duration.ofDays(365));
  static final Identity CURVE = someone("fundbuero", "EC", 256, Duration.ofDays(365));
  static final Identity RETIRED = someone("gestern", Duration.ofDays(-1));

  private Cast() {}

  private static Identity someone(String name, Duration validity) {
    return someone(name, "RSA", 2048, validity);
  }

  @SuppressWarnings("JavaUtilDate") // as the library wants it
  private static Identity someone(String name, String kind, int size, Duration validity) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(size);
      KeyPair pair = generator.generateKeyPair();
      X500Name subject = new X500Name("CN=" + name);
      Instant now = Instant.now();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              subject,
              new BigInteger(64, new java.security.SecureRandom()),
              Date.from(now.minus(Duration.ofDays(30))),
              Date.from(now.plus(validity)),
              subject,
              pair.getPublic());
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder(
                              "SHA256with" + (kind.equals("EC") ? "ECDSA" : kind))
                          .build(pair.getPrivate())));
      return new Identity(pair.getPrivate(), certificate);
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new AssertionError(e);
    }
  }

  /** As a PKCS #12 file. */
  static Path keyFile(Path file, Identity identity) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "key", identity.key(), PASSWORD.toCharArray(), new Certificate[] {identity.certificate()});
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  /** As a PEM file. */
  static Path certificateFile(Path file, Identity... identities)
      throws IOException, GeneralSecurityException {
    StringBuilder pem = new StringBuilder();
    for (Identity one : identities) {
      pem.append("-----BEGIN CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder().encodeToString(one.certificate().getEncoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return Files.writeString(file, pem);
  }
}
