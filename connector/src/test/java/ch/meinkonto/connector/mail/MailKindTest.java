package ch.meinkonto.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.yaml.Finding;
import ch.meinkonto.connector.yaml.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailKindTest {

  @TempDir private Path root;
  private MailOffice office;

  @BeforeEach
  void open() throws Exception {
    office = MailOffice.open(root);
  }

  @AfterEach
  void close() throws Exception {
    office.close();
  }

  @Test
  void isTheSamePlanUntilSomethingChanges() throws Exception {
    MailPlan plan = MailRig.plan(root, office.configuration());
    assertThat(MailRig.plan(root, office.configuration())).isEqualTo(plan);
    assertThat(plan.signers()).containsExactly(Cast.OFFICE.certificate());

    Cast.certificateFile(root.resolve("fundbuero.pem"), Cast.STATION);
    assertThat(MailRig.plan(root, office.configuration())).isNotEqualTo(plan);
  }

  @Test
  void neverShowsASecret() throws Exception {
    MailPlan plan = MailRig.plan(root, office.configuration());
    assertThat(plan.toString() + plan.identity() + plan.smtp() + plan.smtp().password())
        .doesNotContain("geheim", Cast.PASSWORD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          smtps://            | smtp2://              | “address” must begin with
          imaps://            | https://              | “address” must begin with
          password: "file:    | password: "geheim     | a secret does not stand in this file
          from: konto@        | from: konto           | “from” must be a mail address
          fundbuero.pem       | password              | “certificate” contains
          connector.p12       | ca.pem                | “key” cannot be read
          poll: 100ms         | poll: 0s              | “poll” must be longer
          channel: mail       | betreff: x            | unknown key “betreff”
          channel: mail       | largest: viel         | “largest” must be a size
          channel: mail       | timeout: 0s           | “timeout” must be longer
          """)
  void saysWhatIsWrong(String right, String wrong, String finding) throws Exception {
    Findings findings = new Findings(root);
    MailRig.read(root, office.configuration().replace(right, wrong), findings);
    assertThat(findings.all().stream().map(Finding::toString))
        .anySatisfy(found -> assertThat(found).contains(finding));
  }

  @Test
  void waitsForFilesAndKeepsNobodyElseWaiting() throws Exception {
    Files.delete(root.resolve("fundbuero.pem"));
    Files.delete(root.resolve("password"));
    Findings findings = new Findings(root);
    assertThat(MailRig.read(root, office.configuration(), findings))
        .contains(
            new WaitingPlan(List.of(root.resolve("password"), root.resolve("fundbuero.pem"))));
    assertThat(findings.isEmpty()).isTrue();
  }

  @Test
  void asksForAStrongKey() throws Exception {
    // openssl req -x509 -newkey rsa:1024
    Files.writeString(root.resolve("fundbuero.pem"), WEAK);
    Findings findings = new Findings(root);
    MailRig.read(root, office.configuration(), findings);
    assertThat(findings.all()).singleElement().asString().contains("at least 2048 bits");
  }

  private static final String WEAK =
      """
      -----BEGIN CERTIFICATE-----
      MIICADCCAWmgAwIBAgIUaeP722TpMyVOExieAD679hCzJUYwDQYJKoZIhvcNAQEL
      BQAwEjEQMA4GA1UEAwwHc2Nod2FjaDAeFw0yNjExMzAwNDU0MTlaFw0zNjExMjcw
      NDU0MTlaMBIxEDAOBgNVBAMMB3NjaHdhY2gwgZ8wDQYJKoZIhvcNAQEBBQADgY0A
      MIGJAoGBAPmeYuRCV0QTUR2DqM/KyKWpc35Cu1FU3+5fvhQkmBgc8g0oGq1c5BTi
      JG1b/UUKtQNOYvk5K9ur2EsK7qGVB0qTj/t7hwFCbz2FY7hz3Uvhm/czvtn/WzeP
      lvC8MlJ3ZuUL3HY5/kVsVb8RqjkhlpQRGCmX1ahh69TmwaRAFx1RAgMBAAGjUzBR
      MB0GA1UdDgQWBBRj1Eyhdbz/H5EhOpZOpiVQ7MWhljAfBgNVHSMEGDAWgBRj1Eyh
      dbz/H5EhOpZOpiVQ7MWhljAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUA
      A4GBACwEwR0KC+zkk6kLGvvhqRzbJt+NPL9/oAJZPcKgoxqrxc8/aHZFxCYNEc+s
      z26zXvgCQ9e66mm6INmCGSvsTbAd4zwMLpN1x8Pu9z1hIbfu5NMlYoAuE9nAFNiC
      hwg/wXtD34VugXmT56su83YtNWKtbFP7T3wM07vEQKxQkxNv
      -----END CERTIFICATE-----
      """;
}
