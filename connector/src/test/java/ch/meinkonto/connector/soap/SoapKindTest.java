package ch.meinkonto.connector.soap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.ChannelKind.Plan;
import ch.meinkonto.connector.yaml.Finding;
import ch.meinkonto.connector.yaml.Findings;
import ch.meinkonto.connector.yaml.Placeholders;
import ch.meinkonto.connector.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoapKindTest {

  @TempDir private Path root;
  private List<String> findings = List.of();

  private Optional<Plan> read(String yaml) throws IOException {
    Path file = Files.writeString(root.resolve("unit.yaml"), yaml);
    Findings found = new Findings(file);
    Placeholders environment =
        new Placeholders(
            name -> name.equals("PASSWORD") ? Optional.of("geheim") : Optional.empty());
    Optional<Plan> plan =
        new SoapKind().read("fundbuero", YamlFile.read(file, environment, found).orElseThrow());
    findings = found.all().stream().map(Finding::message).toList();
    return plan;
  }

  @Test
  void needsAnAddressOnly() throws IOException {
    assertThat(read("channel: soap\naddress: https://fach.example/soap")).isPresent();
    assertThat(findings).isEmpty();
  }

  @Test
  void readsEverythingAndNeverShowsThePassword() throws IOException {
    Optional<Plan> plan =
        read(
            """
            channel: soap
            address: https://fach.example/soap?wer=wir
            version: "1.1"
            sender: T7-261-1
            recipient: T7-261-2
            test: true
            login: { user: mein-konto, password: "${PASSWORD}" }
            timeout: 10s
            poll: 2s
            """);
    assertThat(findings).isEmpty();
    assertThat(plan)
        .hasValueSatisfying(one -> {
          assertThat(one.toString()).contains("fach.example").doesNotContain("geheim");
          assertThat(((SoapPlan) one).service().toString()).doesNotContain("geheim");
        });
    assertThat(plan).isEqualTo(read(Files.readString(root.resolve("unit.yaml"))));
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    read(
        """
        channel: soap
        address: http://fach.example/soap
        version: "2"
        sender: ""
        test: vielleicht
        login: { user: "a:b", password: geheim }
        timeout: 5m
        poll: 0s
        wsdl: hier
        """);
    assertThat(findings)
        .containsExactly(
            "“address” must be an address such as https://fach.example/soap; http only on localhost",
            "“version” must be 1.1 or 1.2",
            "“sender” must be an id of 1 to 100 characters",
            "“test” must be true or false",
            "“password” must be ${NAME} or file:/path; a secret does not stand in this file",
            "“user” must not contain a colon",
            "“timeout” must be longer than nothing, and at most 2m",
            "“poll” must be longer than nothing",
            "unknown key “wsdl”; known here: address, channel, keys, login, mapping, offers, poll,"
                + " recipient, sender, test, timeout, tls, version");
  }
}
