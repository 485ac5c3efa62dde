package ch.meinkonto.connector.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.contract.Json;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is special about a server: whose it is, who gets in, and that it answers by files. */
@ExtendWith(OutputCaptureExtension.class)
class SftpChannelTest {

  private static final String STRANGE = "SHA256:" + "A".repeat(43);

  private final ReceivedRequest umbrella = Samples.lostUmbrella();
  private final String reference = umbrella.envelope().reference().value();
  @TempDir private Path root;
  private Office office;
  private UnitFolder folder;

  @BeforeEach
  void open() throws IOException {
    office = new Office(root);
    folder = office.folder("konto");
  }

  @AfterEach
  void close() throws IOException {
    office.close();
  }

  private SftpPlan recognisedBy(HostKeys hostKeys) {
    return Office.plan("konto", office.login(), hostKeys, office.server.port());
  }

  private String trouble(SftpPlan plan) throws Exception {
    try (SftpChannel channel = office.start(plan)) {
      assertThat(channel.take(umbrella)).isInstanceOf(Outcome.TryLater.class);
      assertThat(folder.submissions()).isEmpty();
      return channel.trouble().orElseThrow();
    }
  }

  @Test
  void doesNotEvenLogInWhereAnotherKeyIsShown() throws Exception {
    assertThat(trouble(recognisedBy(new HostKeys(null, List.of(STRANGE)))))
        .contains("it shows the", "key SHA256:", "“host-key”", "wait at the portal");
    Path stranger =
        Files.writeString(
            root.resolve("known_hosts"),
            Files.readString(office.server.knownHosts(root.resolve("right")))
                .replace("localhost", "sftp.example"));
    assertThat(trouble(recognisedBy(new HostKeys(stranger, List.of()))))
        .contains("is not in " + stranger);
    assertThat(trouble(recognisedBy(new HostKeys(root.resolve("nowhere"), List.of()))))
        .contains("nowhere with the server's keys cannot be read");
    assertThat(office.server.logins).hasValue(0);
  }

  @Test
  void doesNotTrustAKeyThatWasRevoked() throws Exception {
    Path file = office.server.knownHosts(root.resolve("known_hosts"));
    Files.writeString(file, Files.readString(file) + "@revoked " + Files.readString(file));
    assertThat(trouble(recognisedBy(new HostKeys(file, List.of())))).contains("is not in");
    assertThat(office.server.logins).hasValue(0);
  }

  @Test
  void asksForTheKeyThatItKnowsAmongThoseOfTheServer() throws Exception {
    Path file = office.server.knownHosts(root.resolve("known_hosts"));
    try (SftpChannel channel = office.start(recognisedBy(new HostKeys(file, List.of())))) {
      channel.take(umbrella);
      assertThat(folder.submissions()).containsExactly(reference);
    }
  }

  @Test
  void saysWhoIsNotLetIn() throws Exception {
    Login stranger =
        new Login(UnitServer.USER, UnitServer.strangersKey(root.resolve("other")), null, null);
    HostKeys hostKeys = new HostKeys(null, List.of(office.server.fingerprint()));
    assertThat(trouble(Office.plan("konto", stranger, hostKeys, office.server.port())))
        .contains("it does not let “konto” in: wrong key or password");
    Login keyless = new Login(UnitServer.USER, root.resolve("nowhere"), null, null);
    assertThat(trouble(Office.plan("konto", keyless, hostKeys, office.server.port())))
        .contains("there is no file", "nowhere");
  }

  @Test
  void goesOnWhereAServerHangs() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
      SftpPlan plan =
          Office.plan(
              "konto", office.login(), new HostKeys(null, List.of(STRANGE)), silent.getLocalPort());
      long start = System.nanoTime();
      assertThat(trouble(plan)).contains("it cannot be reached");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void leavesTheCopyAtThePortalUntilTheUnitSaysThatItHasIt() throws Exception {
    try (SftpChannel channel = office.start(office.plan("konto"))) {
      assertThat(channel.take(umbrella)).isEqualTo(Outcome.tryLater(Duration.ofSeconds(2)));
      assertThat(channel.take(umbrella)).isEqualTo(Outcome.tryLater(Duration.ofSeconds(4)));
      assertThat(channel.trouble()).isEmpty();
      office.clock.tick(AcknowledgementFiles.OVERDUE.plusSeconds(1));
      channel.take(umbrella);
      assertThat(channel.trouble().orElseThrow()).contains(reference, "quittung/");
    }
    new ch.meinkonto.connector.handover.ForcedDisk()
        .deleteTree(folder.incoming().resolve(reference)); // taken away, and said so only now
    folder.take(reference);
    try (SftpChannel channel = office.start(office.plan("konto"))) {
      assertThat(channel.take(umbrella)).isEqualTo(Outcome.accepted());
      assertThat(channel.trouble()).isEmpty();
    }
    assertThat(UnitFolder.names(folder.incoming())).isEmpty();
    assertThat(folder.root().resolve("quittung/erledigt/" + reference + ".json")).exists();
  }

  @Test
  void tellsTheResidentWhyTheUnitRejects() throws Exception {
    Outcome rejected = Outcome.rejected("zone-unknown", "Diese Zone gibt es nicht.");
    try (SftpChannel channel = office.start(office.plan("konto"))) {
      channel.take(umbrella);
      folder.acknowledge(
          reference,
          Json.write(
              Map.of(
                  "state", "rejected",
                  "code", "zone-unknown",
                  "text", "Diese Zone gibt es nicht.")));
      assertThat(channel.take(umbrella)).isEqualTo(rejected);
    }
    try (SftpChannel channel = office.start(office.plan("konto"))) {
      assertThat(channel.take(umbrella)).isEqualTo(rejected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kein JSON                                                  | kein gültiges JSON
          {"state":"maybe"}                                          | «state» muss taken
          {"state":"taken","name":"Ćosić"}                           | «name» gibt es
          {"state":"rejected","code":"Zu spät","text":"Zu spät."}    | «code» muss
          {"state":"rejected","code":"late"}                         | «text» fehlt
          """)
  void setsAsideWhatIsNoAcknowledgementAndWaitsOn(String content, String reason) throws Exception {
    try (SftpChannel channel = office.start(office.plan("konto"))) {
      channel.take(umbrella);
      folder.acknowledge(reference, content);
      assertThat(channel.take(umbrella)).isInstanceOf(Outcome.TryLater.class);
      assertThat(folder.acknowledgement(reference)).exists(); // perhaps it is still being written
      office.clock.tick(Office.SETTLE);
      assertThat(channel.take(umbrella)).isInstanceOf(Outcome.TryLater.class);
      assertThat(folder.acknowledgement(reference)).doesNotExist();
      assertThat(folder.root().resolve("quittung/fehler/" + reference + ".json.grund.txt"))
          .content()
          .contains(reason);

      folder.take(reference);
      assertThat(channel.take(umbrella)).isEqualTo(Outcome.accepted());
    }
  }

  @Test
  void setsAsideAcknowledgementsOfWhatItNeverBrought() throws Exception {
    try (SftpChannel channel = office.start(office.plan("konto"))) {
      channel.take(umbrella);
      folder.take(reference);
      folder.take("MK-2026-0000-0000");
      channel.look();
      office.clock.tick(Office.SETTLE);
      channel.look();
      assertThat(UnitFolder.names(folder.root().resolve("quittung/fehler")))
          .containsExactly("MK-2026-0000-0000.json", "MK-2026-0000-0000.json.grund.txt");
      assertThat(channel.take(umbrella)).isEqualTo(Outcome.accepted());
    }
  }

  @Test
  void waitsForNoAcknowledgementWhereNoneIsWanted() throws Exception {
    SftpPlan plan = office.plan("konto");
    SftpPlan eager =
        new SftpPlan(
            plan.address(), plan.login(), plan.hostKeys(), false, plan.rhythm(), plan.mappings());
    try (SftpChannel channel = office.start(eager)) {
      assertThat(channel.take(umbrella)).isEqualTo(Outcome.accepted());
      assertThat(folder.submissions()).containsExactly(reference);
    }
  }

  @Test
  void neverWritesOverWhatLiesThere() throws Exception {
    Path note = Files.createDirectories(folder.incoming().resolve(reference)).resolve("notiz.txt");
    Files.writeString(note, "von Hand");
    try (SftpChannel channel = office.start(office.plan("konto"))) {
      assertThat(channel.take(umbrella)).isInstanceOf(Outcome.TryLater.class);
      assertThat(channel.trouble().orElseThrow()).contains("is in the way");
    }
    assertThat(note).hasContent("von Hand");
  }

  @Test
  void opensOneConnectionForManyRequests() throws Exception {
    try (SftpChannel channel = office.start(office.plan("konto"))) {
      for (int i = 0; i < 5; i++) {
        channel.take(Samples.lostUmbrella());
        channel.look();
      }
    }
    assertThat(folder.submissions()).hasSize(5);
    assertThat(office.server.logins).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void logsAndKeepsNothingThatAResidentWrote(CapturedOutput log) throws Exception {
    try (SftpChannel channel = office.start(office.plan("konto"))) {
      channel.take(umbrella);
      Files.createDirectories(root.resolve("server/konto/eingang"));
      office.server.stop();
      channel.take(Samples.answer(umbrella, "Der Griff ist aus Holz."));
      assertThat(channel.trouble()).isPresent();
    }
    assertThat(log.getAll()).doesNotContain("Mirela", "Ćosić", "Schirm.jpg", "Holz", "rot,");
    try (Stream<Path> files = Files.walk(root.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("Mirela", "Schirm", "Holz");
      }
    }
  }
}
