package ch.meinkonto.connector.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.connector.Samples;
import ch.meinkonto.connector.SmallPortal.Mood;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.unit.ReceivedRequest;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyMailsTest {

  private static final String STRANGER = "jemand@anderswo.example";

  @TempDir private Path root;
  private final ReceivedRequest umbrella = Samples.lostUmbrella();
  private final String reference = umbrella.envelope().reference().value();
  private MailRig rig;
  private ReplyMails replies;

  @BeforeEach
  void takeARequest() throws Exception {
    rig = new MailRig(root, _ -> "largest: 2 MB");
    rig.requests().take(umbrella);
    replies = rig.replies();
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  private String first() throws Exception {
    return rig.office.mails(MailOffice.OFFICE, "INBOX").getFirst().getMessageID();
  }

  private MimeMessage draft(String name, String subject) throws Exception {
    return MailOffice.draft("<" + name + "@stadt.example>", subject);
  }

  private MimeMessage reply(String name, String text) throws Exception {
    return MailOffice.sealed(
        draft(name, "Re: [" + reference + "]"), Cast.OFFICE, MailOffice.text(text));
  }

  private List<String> texts() {
    return rig.portal.heard().stream()
        .map(event -> event instanceof UnitEvent.Message message ? message.text() : "")
        .toList();
  }

  private int in(String folder) throws Exception {
    return rig.office.mails(MailOffice.CONNECTOR, folder).size();
  }

  private List<String> notes() throws Exception {
    return rig.office.opened(MailOffice.OFFICE, Cast.OFFICE).stream()
        .skip(1)
        .map(MailOffice.Opened::text)
        .toList();
  }

  private void isSetAside(MimeMessage mail, String reason) throws Exception {
    rig.office.send(mail);
    replies.look();
    assertThat(rig.portal.heard()).isEmpty();
    assertThat(in("INBOX")).isZero();
    assertThat(in(ReplyMails.FAILED)).isOne();
    assertThat(notes()).singleElement().asString().contains(reason);
  }

  @Test
  void findsTheCaseByWhatItAnswersWhateverTheSubject() throws Exception {
    MimeMessage mail = draft("a", "Ihr Schirm");
    mail.setHeader("In-Reply-To", first());
    rig.office.send(MailOffice.sealed(mail, Cast.OFFICE, MailOffice.text("Er ist da.")));
    MimeMessage later = draft("b", "Ihr Schirm");
    later.setHeader("References", "<fremd@stadt.example>\r\n " + first());
    rig.office.send(MailOffice.sealed(later, Cast.OFFICE, MailOffice.text("Bis bald.")));
    replies.look();

    assertThat(texts()).containsExactly("Er ist da.", "Bis bald.");
    assertThat(in(ReplyMails.DONE)).isEqualTo(2);
  }

  @Test
  void believesASignatureThatIsNotEncrypted() throws Exception {
    MimeMessage mail = draft("a", "Re: [" + reference + "]");
    Signing.only(mail, Cast.OFFICE, MailOffice.text("Er ist da."));
    rig.office.send(MailOffice.copy(mail));
    replies.look();
    assertThat(texts()).containsExactly("Er ist da.");
  }

  @Test
  void opensWhatNewerProgramsSend() throws Exception {
    MimeMessage mail = draft("a", "Re: [" + reference + "]");
    Signing.opaqueInGcm(mail, Cast.OFFICE, MailOffice.text("Er ist da."));
    rig.office.send(MailOffice.copy(mail));
    replies.look();
    assertThat(texts()).containsExactly("Er ist da.");
  }

  @Test
  void setsAsideWhatNobodySigned() throws Exception {
    MimeMessage mail = draft("a", "Re: [" + reference + "]");
    mail.setFrom(new InternetAddress(STRANGER));
    mail.setText("Senden Sie mir Geld.");
    mail.saveChanges();
    isSetAside(MailOffice.copy(mail), "nicht signiert");
    assertThat(rig.office.server.getUserManager().getUserByEmail(STRANGER)).isNull();
  }

  @Test
  void setsAsideWhatIsEncryptedOnly() throws Exception {
    MimeMessage mail = draft("a", "Re: [" + reference + "]");
    Signing.encryptedOnly(mail, MailOffice.text("Senden Sie mir Geld."));
    isSetAside(MailOffice.copy(mail), "nicht signiert");
  }

  @Test
  void doesNotTakeApartAThousandPartsThatAnybodySealed() throws Exception {
    MimeMessage mail = draft("a", "Re: [" + reference + "]");
    String parts = "Content-Type: multipart/signed; boundary=b\r\n\r\n" + "\r\n--b".repeat(5_000);
    Signing.encryptedOnly(mail, new MimeBodyPart(new ByteArrayInputStream(parts.getBytes(UTF_8))));
    isSetAside(MailOffice.copy(mail), "zu viele Teile");
  }

  @Test
  void setsAsideWhatAStrangerSignedWhoCallsHimselfTheOffice() throws Exception {
    isSetAside(
        MailOffice.sealed(
            draft("a", "Re: [" + reference + "]"), Cast.STRANGER, MailOffice.text("Geld.")),
        "nicht hinterlegt");
  }

  @Test
  void setsAsideWhatWasChangedOnTheWay() throws Exception {
    MimeMessage mail = draft("a", "Re: [" + reference + "]");
    Signing.only(mail, Cast.OFFICE, MailOffice.text("Er ist da."));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    String changed = bytes.toString(UTF_8).replace("Er ist da.", "Er ist weg");
    isSetAside(
        new MimeMessage(MailOffice.SESSION, new ByteArrayInputStream(changed.getBytes(UTF_8))),
        "lässt sich nicht lesen");
  }

  @Test
  void setsAsideWhatStandsAroundASignedPart() throws Exception {
    MimeMessage signed = draft("x", "x");
    Signing.only(signed, Cast.OFFICE, MailOffice.text("Er ist da."));
    MimeBodyPart inner = new MimeBodyPart();
    inner.setContent((MimeMultipart) signed.getContent());
    MimeMessage mail = draft("a", "Re: [" + reference + "]");
    mail.setContent(new MimeMultipart(MailOffice.text("Senden Sie mir Geld."), inner));
    mail.saveChanges();
    isSetAside(MailOffice.copy(mail), "nicht signiert");
  }

  @Test
  void doesNotLetAReplyBeMovedToAnotherCase() throws Exception {
    ReceivedRequest other = Samples.lostUmbrella();
    rig.requests().take(other);
    replies = rig.replies();
    MimeMessage mail =
        reply("a", "Nur für Sie.\n> --- %s (%s) ---".formatted(Instructions.LINE, reference));
    MimeMessage moved = MailOffice.copy(mail);
    moved.setSubject("Re: [" + other.envelope().reference() + "]");
    moved.setHeader("Message-ID", "<b@anderswo.example>");
    rig.office.send(MailOffice.copy(moved));
    replies.look();

    assertThat(rig.portal.heard()).isEmpty();
    assertThat(in(ReplyMails.FAILED)).isOne();
  }

  @Test
  void hearsASignatureOnceThoughTheMailHasANewName() throws Exception {
    ReceivedRequest other = Samples.lostUmbrella();
    rig.requests().take(other);
    replies = rig.replies();
    MimeMessage mail = reply("a", "Nur für Sie.");
    rig.office.send(mail);
    replies.look();
    MimeMessage again = MailOffice.copy(mail);
    again.setHeader("Message-ID", "<b@anderswo.example>");
    again.setHeader("Subject", "Re: [" + other.envelope().reference() + "]");
    rig.office.send(again);
    replies = rig.replies();
    replies.look();

    assertThat(texts()).containsExactly("Nur für Sie.");
    assertThat(in(ReplyMails.FAILED)).isOne();
  }

  /** Of a signature by an elliptic curve there are two that fit, and anybody can make the other. */
  @Test
  void hearsWhatWasSignedOnceThoughItsSignatureIsAnother() throws Exception {
    ReceivedRequest other = Samples.lostUmbrella();
    rig.requests().take(other);
    Cast.certificateFile(root.resolve("curve.pem"), Cast.CURVE);
    rig.reread(_ -> "signers: %s/curve.pem".formatted(root));
    replies = rig.replies();
    MimeMessage mail = draft("a", "Re: [" + reference + "]");
    Signing.only(mail, Cast.CURVE, MailOffice.text("Nur für Sie."));
    MimeMessage signed = MailOffice.copy(mail); // each time it is written, it is signed anew
    rig.office.send(signed);
    replies.look();
    MimeMessage again = Signing.mirrored(signed, Cast.CURVE);
    again.setHeader("Message-ID", "<b@anderswo.example>");
    again.setHeader("Subject", "Re: [" + other.envelope().reference() + "]");
    rig.office.send(again);
    replies.look();

    assertThat(texts()).containsExactly("Nur für Sie.");
    assertThat(notes().getLast()).contains("schon mit einer anderen Mail gekommen");
  }

  @Test
  void doesNotGuessBetweenTwoCases() throws Exception {
    MimeMessage mail = draft("a", "Re: [MK-2026-7F3K-92Q8]");
    mail.setHeader("In-Reply-To", first());
    isSetAside(
        MailOffice.sealed(mail, Cast.OFFICE, MailOffice.text("Er ist da.")), "im Betreff steht");
  }

  @Test
  void setsAsideAWrongWordWithWhatWouldBeRight() throws Exception {
    isSetAside(reply("a", "STAND: fertig"), "«in Arbeit», «entschieden» oder «erledigt»");
  }

  @Test
  void tellsTheStateWithAWord() throws Exception {
    rig.office.send(reply("a", "STAND: erledigt\n\nDer Schirm ist abgeholt."));
    replies.look();
    assertThat(rig.portal.heard())
        .containsExactly(
            new UnitEvent.StateChanged(
                umbrella.requestId(), RequestState.CLOSED, "Der Schirm ist abgeholt."));
  }

  @Test
  void tellsNobodyThatAClerkIsAway() throws Exception {
    MimeMessage mail = reply("a", "Ich bin bis Montag nicht da.");
    mail.setHeader("Auto-Submitted", "auto-replied");
    rig.office.send(mail);
    MimeMessage own = reply("b", "Im Kreis.");
    own.setFrom(new InternetAddress(MailOffice.CONNECTOR));
    rig.office.send(own);
    MimeMessage bare = draft("c", "Automatische Antwort: [" + reference + "]");
    bare.setHeader("Return-Path", "<>");
    bare.setHeader("In-Reply-To", first());
    bare.setText("Ich bin bis Montag nicht da.");
    bare.saveChanges();
    rig.office.send(MailOffice.copy(bare));
    replies.look();

    assertThat(rig.portal.heard()).isEmpty();
    assertThat(in(ReplyMails.DONE)).isEqualTo(3);
    assertThat(replies.trouble()).isEmpty();
    assertThat(notes()).isEmpty();
  }

  private MimeMessage report(String action, String status) throws Exception {
    String report =
        """
        From: MAILER-DAEMON@stadt.example
        To: konto@stadt.example
        Subject: Mail delivery failed
        Message-ID: <d@stadt.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        Your mail could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; stadt.example

        Final-Recipient: rfc822; fundbuero@stadt.example
        Action: %s
        Status: %s
        --b
        Content-Type: text/rfc822-headers

        Message-ID: %s
        --b--
        """
            .formatted(action, status, first());
    return new MimeMessage(
        MailOffice.SESSION, new ByteArrayInputStream(report.replace("\n", "\r\n").getBytes(UTF_8)));
  }

  @Test
  void keepsWhatCameBackUntilSomebodyHasTakenCareOfIt() throws Exception {
    rig.office.send(report("failed", "5.2.2"));
    rig.office.send(reply("a", "Er ist da."));
    replies.look();

    assertThat(in(ReplyMails.UNDELIVERABLE)).isOne();
    assertThat(replies.trouble())
        .hasValueSatisfying(why -> assertThat(why).contains("1 mails came back"));
    assertThat(texts()).containsExactly("Er ist da.");
    assertThat(notes()).isEmpty();

    rig.office.clear(MailOffice.CONNECTOR, ReplyMails.UNDELIVERABLE);
    replies.look();
    assertThat(replies.trouble()).isEmpty();
  }

  @Test
  void isNotAlarmedByADelay() throws Exception {
    rig.office.send(report("delayed", "4.4.1"));
    replies.look();
    assertThat(in(ReplyMails.DONE)).isOne();
    assertThat(replies.trouble()).isEmpty();
  }

  @Test
  void keepsRepliesAndTheirOrderWhileThePortalIsAway() throws Exception {
    rig.office.send(reply("a", "Er ist da."));
    rig.office.send(reply("b", "Bis bald."));
    rig.portal.setMood(Mood.ANSWER_LOST);
    replies.look();
    assertThat(in("INBOX")).isEqualTo(2);
    assertThat(replies.trouble()).isPresent();

    rig.portal.setMood(Mood.WELL);
    replies.look();
    assertThat(in("INBOX")).isEqualTo(2);
    rig.clock.tick(Duration.ofSeconds(20));
    replies.look();
    assertThat(texts()).containsExactly("Er ist da.", "Bis bald.");
    assertThat(replies.trouble()).isEmpty();
  }

  @Test
  void keepsWhatItCannotTellTheUnitAndGoesOn() throws Exception {
    rig.office.send(reply("a", "STAND: fertig"));
    rig.office.send(reply("b", "Er ist da."));
    rig.office.smtp.fault(Line.Fault.CUT);
    replies.look();
    assertThat(texts()).containsExactly("Er ist da.");
    assertThat(in("INBOX")).isOne();
    assertThat(replies.trouble()).isPresent();

    rig.office.smtp.fault(Line.Fault.NONE);
    rig.clock.tick(Duration.ofSeconds(20));
    replies.look();
    assertThat(in(ReplyMails.FAILED)).isOne();
    assertThat(notes()).hasSize(1);
    assertThat(replies.trouble()).isEmpty();
  }

  @Test
  void doesNotFloodTheUnitWithNotes() throws Exception {
    for (int i = 0; i < 25; i++) {
      MimeMessage mail = draft("spam-" + i, "Gewinnen Sie!");
      mail.setText("Klicken Sie hier.");
      mail.saveChanges();
      rig.office.send(MailOffice.copy(mail));
    }
    replies.look();
    assertThat(in(ReplyMails.FAILED)).isEqualTo(25);
    assertThat(notes()).hasSize(20);
  }

  @Test
  void doesNotReadWhatIsTooLarge() throws Exception {
    MimeMessage mail =
        MailOffice.sealed(
            draft("a", "Re: [" + reference + "]"),
            Cast.OFFICE,
            MailOffice.text("Er ist da."),
            MailOffice.attachment("gross.pdf", new byte[1_500_000]));
    rig.office.send(mail);
    replies.look();
    assertThat(in(ReplyMails.FAILED)).isOne();
    assertThat(notes()).singleElement().asString().contains("grösser als 2 MB");
  }

  @Test
  void goesOnAfterAnything() throws Exception {
    Random random = new Random(42);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    reply("x", "Er ist da.").writeTo(sealed);
    for (int i = 0; i < 15; i++) {
      byte[] broken = sealed.toByteArray();
      for (int n = 0; n < 30; n++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      rig.office.send(new MimeMessage(MailOffice.SESSION, new ByteArrayInputStream(broken)));
    }
    MimeMessage parts = draft("parts", "Re: [" + reference + "]");
    parts.setText("\n--b".repeat(5_000));
    parts.saveChanges();
    rig.office.send(MailOffice.copy(parts));
    rig.office.send(reply("z", "Der letzte Satz."));
    replies.look();

    assertThat(texts()).contains("Der letzte Satz.");
    assertThat(in("INBOX")).isZero();
    assertThat(replies.trouble()).isEmpty();
  }
}
