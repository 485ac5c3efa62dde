package ch.meinkonto.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.handover.Disk;
import ch.meinkonto.connector.handover.FailingDisk;
import ch.meinkonto.connector.handover.FailingDisk.Failure;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.soap.WebService.Mood;
import ch.meinkonto.connector.soap.WebService.Raw;
import ch.meinkonto.connector.soap.exchange.Deliver;
import ch.meinkonto.connector.soap.exchange.FileType;
import ch.meinkonto.connector.yaml.Findings;
import ch.meinkonto.connector.yaml.Placeholders;
import ch.meinkonto.connector.yaml.YamlFile;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.ws.soap.SoapVersion;

@ExtendWith(OutputCaptureExtension.class)
class SendingTest {

  private static final Outcome A_MINUTE_LATER = Outcome.tryLater(Duration.ofMinutes(1));

  @TempDir private Path root;
  private final ReceivedRequest umbrella = Samples.lostUmbrella();
  private WebService target;
  private SoapRig rig;

  @BeforeEach
  void start() throws Exception {
    target = new WebService(SoapVersion.SOAP_12);
    rig = rig(new ForcedDisk());
  }

  private SoapRig rig(Disk disk) throws Exception {
    return new SoapRig(SoapRig.service(target, SoapVersion.SOAP_12, Optional.empty()), root, disk);
  }

  @AfterEach
  void stop() {
    rig.close();
    target.close();
  }

  private Outcome bring(ReceivedRequest request) {
    return rig.handover.take(request);
  }

  @Test
  void framesAMessageAsTheDescriptionSays() {
    assertThat(bring(umbrella)).isEqualTo(Outcome.accepted());

    Deliver came = target.taken().getFirst();
    assertThat(came.getHeader().getMessageId()).isEqualTo(umbrella.id().toString());
    assertThat(came.getHeader().getSenderId()).isEqualTo("mein-konto");
    assertThat(came.getHeader().getRecipientId()).isEqualTo("T1-fundbuero");
    assertThat(came.getHeader().getMessageType()).isEqualTo("fundsache");
    assertThat(came.getHeader().getAction()).isEqualTo("1");
    assertThat(came.getHeader().isTestDeliveryFlag()).isTrue();
    assertThat(came.getCase().getOffice()).isEqualTo(Samples.OFFICE);
    assertThat(came.getContent().getText().getMediaType()).isEqualTo("application/json");
    assertThat(came.getFile())
        .extracting(file -> file.getKind() + " " + file.getName())
        .containsExactly("print antrag.pdf", "attachment 1-Schirm.jpg", "receipt quittung.jws");
  }

  @Test
  void bringsFilesAsTheyAre() throws Exception {
    byte[] large = new byte[3 * 1024 * 1024];
    new Random(7).nextBytes(large);
    bring(
        Samples.lostUmbrella(
            Samples.attachment("gross.jpg", large), Samples.attachment("leer.jpg", new byte[0])));

    List<FileType> files = target.taken().getFirst().getFile();
    assertThat(files.get(1).getContent().getInputStream().readAllBytes()).isEqualTo(large);
    assertThat(files.get(2).getContent().getInputStream().readAllBytes()).isEmpty();
  }

  /** It is read for the manifest, and read again for the service. */
  @Test
  void bringsNoHalfOfAFileThatCannotBeRead() {
    byte[] large = new byte[3 * 1024 * 1024];
    ReceivedRequest request = Samples.lostUmbrella(Samples.breakingOff(2, large));
    assertThat(bring(request)).isEqualTo(A_MINUTE_LATER);
    assertThat(target.taken()).isEmpty();
    assertThat(bring(request)).isEqualTo(Outcome.accepted());
  }

  @Test
  void saysWhichQuestionIsAnswered() {
    bring(umbrella);
    bring(Samples.answer(umbrella, "Holz"));

    Deliver answer = target.taken().getLast();
    assertThat(answer.getHeader().getReferenceMessageId()).isEqualTo("question-1");
    assertThat(answer.getHeader().getMessageType()).isEqualTo("fundsache.antwort");
    assertThat(answer.getHeader().getAction()).isEqualTo("6");
  }

  @Test
  void saysWhichRequestIsTakenBack() {
    bring(umbrella);
    bring(Samples.withdrawal(umbrella, "Er war im Keller."));

    Deliver withdrawal = target.taken().getLast();
    assertThat(withdrawal.getHeader().getReferenceMessageId()).isEqualTo(umbrella.id().toString());
    assertThat(withdrawal.getHeader().getMessageType()).isEqualTo("fundsache.rueckzug");
    assertThat(withdrawal.getHeader().getAction()).isEqualTo("3");
  }

  /** Before it was noted as prepared, and after the service has taken it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void bringsItOnceThoughNotesCannotBeWritten(int step) throws Exception {
    rig.close();
    rig = rig(new FailingDisk(step, Failure.FULL));
    assertThat(bring(umbrella)).isEqualTo(A_MINUTE_LATER);
    assertThat(target.deliveries()).isEqualTo(step);

    rig.close();
    rig = rig(new ForcedDisk());
    assertThat(bring(umbrella)).isEqualTo(Outcome.accepted());
    assertThat(bring(umbrella)).isEqualTo(Outcome.accepted());
    assertThat(target.taken()).hasSize(1);
    assertThat(target.deliveries()).isEqualTo(step + 1);
  }

  @Test
  void tellsHerWhyItIsRejected() {
    target.setMood(Mood.REJECTING);
    assertThat(bring(umbrella))
        .isEqualTo(Outcome.rejected("flat-unknown", "Diese Wohnung gibt es nicht."));
    assertThat(rig.handover.trouble().current()).isEmpty();
  }

  @Test
  void comesAgainWhenTheServiceSays() {
    target.setMood(Mood.BUSY);
    assertThat(bring(umbrella)).isEqualTo(Outcome.tryLater(Duration.ofSeconds(7)));
    assertThat(rig.handover.trouble().current())
        .hasValueSatisfying(why -> assertThat(why).contains("later"));
  }

  @Test
  void setsAsideWhatTheServiceCallsWrongAndGoesOn(CapturedOutput log) {
    target.setMood(Mood.STRICT);
    assertThat(bring(umbrella)).isEqualTo(Outcome.tryLater(Duration.ofMinutes(15)));
    assertThat(rig.aside.trouble())
        .hasValueSatisfying(
            why -> assertThat(why).contains(umbrella.envelope().reference().value(), "Sender"));

    target.setMood(Mood.WELL);
    assertThat(bring(Samples.lostUmbrella())).isEqualTo(Outcome.accepted());
    assertThat(rig.aside.trouble()).isPresent();

    assertThat(bring(umbrella)).isEqualTo(Outcome.accepted());
    assertThat(rig.aside.trouble()).isEmpty();
    assertThat(log.getAll()).doesNotContain("Ćosić");
  }

  @Test
  void waitsForAServiceThatIsBroken(CapturedOutput log) {
    target.setMood(Mood.BROKEN);
    assertThat(bring(umbrella)).isEqualTo(A_MINUTE_LATER);
    assertThat(rig.aside.trouble()).isEmpty();
    assertThat(rig.handover.trouble().current()).isPresent();
    assertThat(log.getAll()).doesNotContain("Ćosić");
  }

  @Test
  void doesNotWaitForEver() {
    target.setMood(Mood.HANGING);
    long start = System.nanoTime();
    assertThat(bring(umbrella)).isEqualTo(A_MINUTE_LATER);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  private static Raw soap(String text) {
    return new Raw(200, "application/soap+xml", text.getBytes(UTF_8));
  }

  /** Not SOAP, not XML, an entity, entities in entities, a message of another kind, nothing. */
  @Test
  void takesNoAnswerForAnAnswerThatIsNone() {
    String envelope =
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>%s</s:Body></s:Envelope>";
    String taken =
        "<deliverResponse xmlns=\"https://meinkonto.ch/soap/exchange/1\"><header><referenceMessageId>%s</referenceMessageId></header><taken/></deliverResponse>";
    String right = envelope.formatted(taken.formatted(umbrella.id()));
    for (String answer :
        new String[] {
          "<html>",
          "Moment, bitte",
          "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + right,
          "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>"
              + right.replace("<taken/>", "<taken>&b;</taken>"),
          envelope.formatted(taken.formatted("another")),
          envelope.formatted("<confirmResponse xmlns=\"https://meinkonto.ch/soap/exchange/1\"/>"),
          envelope.formatted("<x/>"),
          envelope.formatted(""),
          ""
        }) {
      target.setRaw(soap(answer));
      assertThat(bring(umbrella)).as(answer).isEqualTo(A_MINUTE_LATER);
    }
    target.setRaw(soap(right));
    assertThat(bring(umbrella)).isEqualTo(Outcome.accepted());
  }

  @Test
  void readsNoEndlessAnswer() {
    target.setRaw(new Raw(200, "application/soap+xml", new byte[Call.LARGEST + 1]));
    assertThat(bring(umbrella)).isEqualTo(A_MINUTE_LATER);
    assertThat(rig.handover.trouble().current())
        .hasValueSatisfying(why -> assertThat(why).contains("32 MB"));
  }

  @Test
  void showsWhoItIs() throws Exception {
    Path file = Files.writeString(root.resolve("unit.yaml"), "user: wir\npassword: ${PASSWORD}");
    Login login =
        Login.read(
                YamlFile.read(
                        file, new Placeholders(_ -> Optional.of("geheim")), new Findings(file))
                    .orElseThrow())
            .orElseThrow();
    try (SoapRig to =
        new SoapRig(
            SoapRig.service(target, SoapVersion.SOAP_12, Optional.of(login)),
            root,
            new ForcedDisk())) {
      assertThat(to.handover.take(umbrella)).isEqualTo(Outcome.accepted());
    }
    assertThat(target.login())
        .isEqualTo("Basic " + Base64.getEncoder().encodeToString("wir:geheim".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 404, 503})
  void waitsWhenHttpSaysNo(int status) {
    target.setRaw(new Raw(status, "text/plain", new byte[0]));
    assertThat(bring(umbrella)).isEqualTo(A_MINUTE_LATER);
    assertThat(rig.handover.trouble().current())
        .hasValueSatisfying(why -> assertThat(why).contains("HTTP " + status));
  }

  @Test
  void speaksTheOlderVersion() throws Exception {
    try (WebService older = new WebService(SoapVersion.SOAP_11);
        SoapRig to =
            new SoapRig(
                SoapRig.service(older, SoapVersion.SOAP_11, Optional.empty()),
                root,
                new ForcedDisk())) {
      assertThat(to.handover.take(umbrella)).isEqualTo(Outcome.accepted());
      older.setMood(Mood.STRICT);
      assertThat(to.handover.take(Samples.lostUmbrella()))
          .isEqualTo(Outcome.tryLater(Duration.ofMinutes(15)));
    }
  }
}
