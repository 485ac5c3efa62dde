package ch.meinkonto.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys with a certificate that nobody vouches for. */
public final class TestKeys {

  public static final String PASSWORD = "changeit";
  public static final String ALIAS = "it";

  private TestKeys() {}

  /** A PKCS #12 file for a host; its certificate lies beside it. */
  public static Path of(Path folder, String name, String host) throws Exception {
    Path file = folder.resolve(name + ".p12");
    run(
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=" + host,
        "-ext",
        "san=dns:" + host,
        "-validity",
        "2",
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD,
        "-keystore",
        file.toString());
    run(
        "-exportcert",
        "-rfc",
        "-alias",
        ALIAS,
        "-storepass",
        PASSWORD,
        "-keystore",
        file.toString(),
        "-file",
        certificate(file).toString());
    return file;
  }

  /** The certificate of such a file, in PEM. */
  public static Path certificate(Path keys) {
    return keys.resolveSibling(keys.getFileName() + ".pem");
  }

  private static void run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
  }
}
