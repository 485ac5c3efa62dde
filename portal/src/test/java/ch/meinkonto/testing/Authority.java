package ch.meinkonto.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** An authority that issues certificates for tests, with the JDK's own tool. */
public final class Authority {

  private static final String PASSWORD = "testing";
  private static final String ISSUER = "authority";

  private final Path folder;

  /** A new one; what it issues lies in the folder. */
  public Authority(Path folder) throws IOException, InterruptedException {
    FileSystemUtils.deleteRecursively(folder);
    this.folder = Files.createDirectories(folder).toAbsolutePath();
    keytool(ISSUER, "-genkeypair", "-keyalg", "EC", "-dname", "CN=Tests", "-ext", "bc:c");
    Files.write(certificate(), pem("CERTIFICATE", chain(ISSUER).getFirst()));
  }

  /** The authority's own certificate. */
  public Path certificate() {
    return folder.resolve("authority.pem");
  }

  /**
   * A certificate and its key.
   *
   * @param store both in one PKCS #12 file
   */
  public record Issued(Path certificate, Path key, Path store) {}

  /** Issues one for {@code name}, who is reached under {@code localhost}. */
  public Issued issue(String name) throws IOException, InterruptedException {
    Files.deleteIfExists(store(name));
    keytool(name, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name);
    var request = keytool(name, "-certreq");
    Files.writeString(folder.resolve(name + ".csr"), request);
    var issued =
        keytool(
            ISSUER,
            "-gencert",
            "-infile",
            folder.resolve(name + ".csr").toString(),
            "-rfc",
            "-ext",
            "san=dns:localhost");
    Files.writeString(folder.resolve(name + ".crt"), issued + Files.readString(certificate()));
    keytool(name, "-importcert", "-file", folder.resolve(name + ".crt").toString(), "-noprompt");
    var certificate = folder.resolve(name + ".pem");
    Files.write(certificate, chain(name).stream().map(one -> text(one)).toList());
    var key = folder.resolve(name + ".key");
    Files.deleteIfExists(key);
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(key, pem("PRIVATE KEY", key(name)));
    return new Issued(certificate, key, store(name));
  }

  /** What a client trusts, and shows of itself if anything. */
  public SSLContext client(@Nullable Issued own) throws GeneralSecurityException, IOException {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", open(ISSUER).getCertificate(ISSUER));
    trust.init(trusted);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(
        own == null ? null : KeyStore.getInstance(own.store().toFile(), PASSWORD.toCharArray()),
        PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private List<byte[]> chain(String name) {
    try {
      var chain = new ArrayList<byte[]>();
      for (var certificate : open(name).getCertificateChain(name)) {
        chain.add(certificate.getEncoded());
      }
      return chain;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] key(String name) {
    try {
      return open(name).getKey(name, PASSWORD.toCharArray()).getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore open(String name) throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(store(name).toFile(), PASSWORD.toCharArray());
  }

  private Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  private static String text(byte[] certificate) {
    return new String(pem("CERTIFICATE", certificate), US_ASCII);
  }

  private static byte[] pem(String what, byte[] content) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, lines)
        .getBytes(US_ASCII);
  }

  private String keytool(String name, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-alias", name, "-keystore", store(name).toString()));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    var tool = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var said = new String(tool.getInputStream().readAllBytes(), US_ASCII);
    if (tool.waitFor() != 0) {
      throw new IllegalStateException("keytool " + List.of(arguments) + ": " + said);
    }
    return said;
  }
}
