package ch.meinkonto.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.ConnectorFile.Reading;
import ch.meinkonto.connector.amqp.Amqps;
import ch.meinkonto.connector.folder.Folders;
import ch.meinkonto.connector.mail.Mailboxes;
import ch.meinkonto.connector.rest.RestApis;
import ch.meinkonto.connector.sftp.Servers;
import ch.meinkonto.connector.soap.SoapServices;
import ch.meinkonto.connector.worklist.Desks;
import ch.meinkonto.connector.yaml.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class ConnectorFileTest {

  private static final List<ChannelKind> KINDS =
      List.of(
          Amqps.kind(),
          Desks.kind(settings(Path.of(""))),
          Folders.kind(),
          Mailboxes.kind(),
          RestApis.kind(),
          Servers.kind(),
          SoapServices.kind());

  @TempDir private Path folder;

  private Reading read(String yaml) throws IOException {
    Files.writeString(folder.resolve("connector.yaml"), yaml);
    return new ConnectorFile(settings(folder), KINDS).read();
  }

  static ConnectorSettings settings(Path folder) {
    return new ConnectorSettings(
        new MockEnvironment()
            .withProperty("connector.config", folder.resolve("connector.yaml").toString())
            .withProperty("connector.city-dir", folder.toString())
            .withProperty("connector.data-dir", folder.resolve("data").toString())
            .withProperty("connector.unit-keys-dir", folder.resolve("keys").toString()));
  }

  private List<String> findings(String yaml) throws IOException {
    return switch (read(yaml)) {
      case Reading.Good _ -> List.of();
      case Reading.Faulty(List<Finding> findings) ->
          findings.stream().map(finding -> finding.toString().replace(folder + "/", "")).toList();
    };
  }

  @Test
  void readsUnitsAndFillsInPlaceholders() throws IOException {
    Reading reading =
        read(
            """
            units:
              fundbuero:
                channel: folder
                folder: ${DATA_DIR}/fundbuero
                settle: 500ms
            """);
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Good.class,
            good ->
                assertThat(good.connections())
                    .singleElement()
                    .satisfies(connection -> {
                      assertThat(connection.unit()).isEqualTo("fundbuero");
                      assertThat(connection.plan())
                          .hasToString("folder " + folder.resolve("data/fundbuero"));
                      assertThat(connection.keys())
                          .isEqualTo(
                              folder.resolve("data/connector/fundbuero/keys/private.jwks.json"));
                    }));
  }

  @Test
  void findsEverythingThatIsWrongAtOnce() throws IOException {
    assertThat(
            findings(
                """
                units:
                  Fundbüro:
                    channel: folder
                    folder: ${NOWHERE}/x
                  verkehr:
                    channel: pigeon
                  polizei:
                    channel: folder
                    fodler: x
                    settle: soon
                  stadtammann: folder
                portal: https://konto.example
                """))
        .containsExactly(
            "connector.yaml:2: “Fundbüro” is no unit's id: small letters, digits and hyphens",
            "connector.yaml:4: ${NOWHERE} is not set in the environment",
            "connector.yaml:6: “channel” must be one of: amqp, folder, mail, rest, sftp, soap, worklist",
            "connector.yaml:8: “folder” is missing",
            "connector.yaml:9: unknown key “fodler”; known here: channel, folder, keys, mapping, offers,"
                + " poll, settle",
            "connector.yaml:10: “settle” must be a duration such as 2s, 500ms or 5m",
            "connector.yaml:11: “stadtammann” must be a map (key: value)",
            "connector.yaml:12: unknown key “portal”; known here: units");
  }

  @Test
  void findsWrongKindsOfValues() throws IOException {
    assertThat(findings("units: [fundbuero]"))
        .containsExactly("connector.yaml:1: “units” must be a map (key: value)");
    assertThat(findings("units:\n  a:\n    channel: folder\n    folder: [x]\n"))
        .containsExactly("connector.yaml:4: “folder” must be a text");
    assertThat(findings("- a"))
        .containsExactly("connector.yaml:1: the file must be a map (key: value)");
    assertThat(findings("units: {}")).containsExactly("connector.yaml:1: there is no unit");
    assertThat(findings("units: {a")).hasSize(1).first().asString().contains("not YAML");
    assertThat(findings("")).hasSize(1);
  }

  @Test
  void saysThatThereIsNoFile() {
    Reading reading = new ConnectorFile(settings(folder), KINDS).read();
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Faulty.class,
            faulty ->
                assertThat(faulty.findings()).singleElement().asString().contains("no such file"));
  }

  @Test
  void findsNothingWrongWithTheExampleCity() {
    Path city = Path.of("..", "city", "zuerich");
    assertThat(new ConnectorFile(settings(city), KINDS).read())
        .isInstanceOfSatisfying(
            Reading.Good.class, good -> assertThat(good.connections()).isNotEmpty());
  }
}
