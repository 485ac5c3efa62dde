package ch.meinkonto.connector.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.yaml.Findings;
import ch.meinkonto.connector.yaml.Placeholders;
import ch.meinkonto.connector.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpKindTest {

  private static final Map<String, String> ENVIRONMENT = Map.of("SFTP_PASSWORD", "streng geheim");

  @TempDir private Path folder;
  private Findings findings = new Findings(Path.of("none"));

  private Optional<ChannelKind.Plan> read(String options) throws IOException {
    Path file = Files.writeString(folder.resolve("connector.yaml"), options);
    findings = new Findings(file);
    Placeholders placeholders =
        new Placeholders(name -> Optional.ofNullable(ENVIRONMENT.get(name)));
    return YamlFile.read(file, placeholders, findings)
        .flatMap(map -> new SftpKind().read("verkehr", map));
  }

  private static final String GOOD =
      """
      channel: sftp
      host: sftp.verkehr.example
      user: konto
      password: ${SFTP_PASSWORD}
      host-key: SHA256:rhz5LzL/teA7Z8QrjpyeRnq4qFQlsaBYzi4z/adRldE
      """;

  @Test
  void readsWhereTheServerIsAndHidesThePassword() throws IOException {
    assertThat(read(GOOD))
        .hasValueSatisfying(plan -> {
          assertThat(plan).hasToString("sftp://konto@sftp.verkehr.example:22/.");
          assertThat(((SftpPlan) plan).acknowledged()).isTrue();
          assertThat(((SftpPlan) plan).login().toString()).doesNotContain("geheim");
          assertThat(((SftpPlan) plan).login().password()).hasToString("${SFTP_PASSWORD}");
        });
    assertThat(findings.isEmpty()).isTrue();
    assertThat(read(GOOD)).isEqualTo(read(GOOD));
  }

  @Test
  void findsEverythingThatIsWrong() throws IOException {
    read(
        """
        channel: sftp
        host: sftp.verkehr.example
        port: 70000
        user: konto
        password: streng geheim
        host-key: 16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48
        acknowledgement: sometimes
        accept-all: true
        """);
    assertThat(findings.all().toString())
        .contains(
            "“port” must be a port",
            "“password” must be ${NAME} or file:/path",
            "“host-key” must be a fingerprint",
            "“acknowledgement” must be required or none",
            "unknown key “accept-all”")
        .doesNotContain("streng geheim");
  }

  @Test
  void trustsNoServerWithoutItsKeyAndLogsInInOneWay() throws IOException {
    read(GOOD.replaceAll("host-key.*\n", ""));
    assertThat(findings.all().toString())
        .contains("either “known-hosts” or “host-key” must say how the server is recognised");
    read(GOOD + "private-key: /etc/konto/id\n");
    assertThat(findings.all().toString())
        .contains("either “private-key” or “password” must say how to log in");
  }
}
