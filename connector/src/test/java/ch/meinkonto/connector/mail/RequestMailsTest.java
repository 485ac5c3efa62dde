package ch.meinkonto.connector.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.mail.smime.SMIMEEnveloped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestMailsTest {

  @TempDir private Path root;
  private final ReceivedRequest umbrella = Samples.lostUmbrella();
  private MailRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = new MailRig(root, _ -> "");
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  private List<MimeMessage> mails() throws Exception {
    return rig.office.mails(MailOffice.OFFICE, "INBOX");
  }

  private static String raw(MimeMessage mail) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toString(ISO_8859_1);
  }

  @Test
  void showsNobodyOnTheWayWhoWroteAndWhat() throws Exception {
    assertThat(rig.requests().take(umbrella)).isEqualTo(Outcome.accepted());

    MimeMessage mail = mails().getFirst();
    assertThat(mail.getSubject())
        .isEqualTo("[%s] fundsache".formatted(umbrella.envelope().reference()));
    assertThat(raw(mail)).doesNotContainIgnoringCase("mirela@", "osi=C4", "schirm", "2026-11-23");
    assertThat(new SMIMEEnveloped(mail).getEncryptionAlgOID())
        .isEqualTo(CMSAlgorithm.AES256_CBC.getId());
  }

  @Test
  void bringsWordsForAClerkAndFilesForASystem() throws Exception {
    rig.requests().take(umbrella);

    MailOffice.Opened opened = rig.office.opened(MailOffice.OFFICE, Cast.OFFICE).getFirst();
    assertThat(opened.files())
        .containsOnlyKeys(
            "antrag.json", "antrag.pdf", "1-Schirm.jpg", "quittung.jws", "manifest.json");
    assertThat(opened.files().get("1-Schirm.jpg")).isEqualTo(Samples.PHOTO);
    assertThat(new String(opened.files().get("antrag.pdf"), ISO_8859_1)).startsWith("%PDF");
    assertThat(new String(opened.files().get("antrag.json"), UTF_8)).contains("Ćosić");
    assertThat(opened.text())
        .startsWith("--- " + Instructions.LINE)
        .contains("FRAGE:", "STAND: erledigt", umbrella.envelope().reference().value());
    assertThat(ReplyText.of("Ihr Schirm ist da.\n\n" + opened.text()).written())
        .isEqualTo("Ihr Schirm ist da.");
  }

  @Test
  void protectsItsHeaders() throws Exception {
    rig.requests().take(umbrella);

    MimeMessage mail = mails().getFirst();
    MimeBodyPart inner =
        new Opener(Cast.OFFICE, List.of(Cast.CONNECTOR.certificate()), Clock.systemUTC())
            .open(mail)
            .content();
    assertThat(new ContentType(inner.getContentType()).getParameter("hp")).isEqualTo("cipher");
    assertThat(inner.getHeader("Subject")).containsExactly(mail.getSubject());
    assertThat(inner.getHeader("Message-ID")).containsExactly(mail.getMessageID());
    assertThat(inner.getHeader("HP-Outer")).contains("Subject: " + mail.getSubject());
  }

  @Test
  void isForTheUnitAlone() throws Exception {
    rig.requests().take(umbrella);
    Opener stranger =
        new Opener(Cast.STRANGER, List.of(Cast.CONNECTOR.certificate()), Clock.systemUTC());
    assertThatThrownBy(() -> stranger.open(mails().getFirst())).isInstanceOf(Unusable.class);
  }

  @Test
  void putsHerAnswerIntoTheThread() throws Exception {
    rig.requests().take(umbrella);
    rig.requests().take(Samples.answer(umbrella, "Der Griff ist aus Holz."));

    String first = mails().getFirst().getMessageID();
    assertThat(mails().getLast().getHeader("In-Reply-To")).containsExactly(first);
    assertThat(mails().getLast().getHeader("References")).containsExactly(first);
    assertThat(mails().getLast().getSubject()).isEqualTo("Re: " + mails().getFirst().getSubject());
  }

  @Test
  void goesWithItsAnswersToTheOfficeThatHasItsOwnMailbox() throws Exception {
    rig.reread(_ ->
        """
        offices:
          schalter-hauptbahnhof: { to: %s, certificate: "%s/hauptbahnhof.pem" }
        """
            .formatted(MailOffice.STATION, root));
    rig.requests().take(umbrella);
    rig.requests().take(Samples.answer(umbrella, "Der Griff ist aus Holz."));

    assertThat(mails()).isEmpty();
    assertThat(rig.office.opened(MailOffice.STATION, Cast.STATION)).hasSize(2);
    assertThat(rig.requests().recipient(umbrella.envelope().reference().value()).address())
        .isEqualTo(MailOffice.STATION);
  }

  @Test
  void isKnownByItsNameWhenItHadToBeSentTwice() throws Exception {
    rig.office.smtp.fault(Line.Fault.DEAF);
    assertThat(rig.requests().take(umbrella)).isInstanceOf(Outcome.TryLater.class);
    rig.office.smtp.fault(Line.Fault.NONE);
    assertThat(rig.requests().take(umbrella)).isEqualTo(Outcome.accepted());

    assertThat(mails()).hasSize(2);
    assertThat(mails().getLast().getMessageID()).isEqualTo(mails().getFirst().getMessageID());
  }

  @Test
  void isFoundWhereverAClerkHasPutItMeanwhile() throws Exception {
    rig.reread(MailOffice::lookup);
    rig.office.smtp.fault(Line.Fault.DEAF);
    assertThat(rig.requests().take(umbrella)).isInstanceOf(Outcome.TryLater.class);
    rig.office.moveAll(MailOffice.OFFICE, "Pendent");
    rig.office.smtp.fault(Line.Fault.NONE);
    assertThat(rig.requests().take(umbrella)).isEqualTo(Outcome.accepted());

    assertThat(mails()).isEmpty();
    assertThat(rig.office.mails(MailOffice.OFFICE, "Pendent")).hasSize(1);
  }

  @Test
  void waitsWhileTheMailboxCannotBeAsked() throws Exception {
    rig.reread(_ ->
        "lookup: { address: \"imaps://localhost:1\", user: x, password: \"file:%s/password\" }"
            .formatted(root));
    rig.office.smtp.fault(Line.Fault.DEAF);
    assertThat(rig.requests().take(umbrella)).isInstanceOf(Outcome.TryLater.class);
    rig.office.smtp.fault(Line.Fault.NONE);
    RequestMails requests = rig.requests();
    assertThat(requests.take(umbrella)).isInstanceOf(Outcome.TryLater.class);
    assertThat(requests.trouble().current())
        .hasValueSatisfying(
            why -> assertThat(why).contains("may have arrived", "imaps://localhost:1"));
    assertThat(mails()).hasSize(1);
  }

  /** Before and within each of the two notes: that it is prepared, and that it is done. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void arrivesOnceWhereverTheProgramIsKilled(int moment) throws Exception {
    rig.reread(MailOffice::lookup);
    RequestMails unlucky = rig.requests(new DyingDisk(moment / 2, moment % 2 == 1));
    assertThatThrownBy(() -> unlucky.take(umbrella)).isInstanceOf(DyingDisk.Killed.class);

    assertThat(rig.requests().take(umbrella)).isEqualTo(Outcome.accepted());
    assertThat(rig.requests().take(umbrella)).isEqualTo(Outcome.accepted());
    assertThat(mails()).hasSize(1);
  }

  @Test
  void waitsWhenItIsTooLarge() throws Exception {
    rig.reread(_ -> "largest: 1 MB");
    byte[] noise = new byte[900_000];
    new java.util.Random(7).nextBytes(noise);
    RequestMails requests = rig.requests();
    assertThat(requests.take(Samples.lostUmbrella(Samples.attachment("Schirm.jpg", noise))))
        .isInstanceOf(Outcome.TryLater.class);
    assertThat(requests.trouble().current())
        .hasValueSatisfying(why -> assertThat(why).contains("too large for mail"));
    assertThat(requests.take(umbrella)).isEqualTo(Outcome.accepted());
    assertThat(requests.trouble().current()).isEmpty();
    assertThat(mails()).hasSize(1);
  }

  @Test
  void isGivenToNoServerThatProvesToBeAnother() throws Exception {
    Cast.certificateFile(root.resolve("ca.pem"), Cast.STRANGER);
    rig.reread(_ -> "");
    RequestMails requests = rig.requests();
    assertThat(requests.take(umbrella)).isInstanceOf(Outcome.TryLater.class);
    assertThat(requests.trouble().current())
        .hasValueSatisfying(why -> assertThat(why).contains("TLS fails"));
    assertThat(mails()).isEmpty();
  }

  @Test
  void doesNotWaitForAServerThatSaysNothing() throws Exception {
    rig.reread(_ -> "timeout: 500ms");
    rig.office.smtp.fault(Line.Fault.SILENT);
    long before = System.nanoTime();
    assertThat(rig.requests().take(umbrella)).isInstanceOf(Outcome.TryLater.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void isNotSealedForACertificateThatHasExpired() throws Exception {
    Cast.certificateFile(root.resolve("fundbuero.pem"), Cast.RETIRED);
    rig.reread(_ -> "");
    RequestMails requests = rig.requests();
    assertThat(requests.take(umbrella)).isInstanceOf(Outcome.TryLater.class);
    assertThat(requests.trouble().current())
        .hasValueSatisfying(why -> assertThat(why).contains("expired"));
  }
}
