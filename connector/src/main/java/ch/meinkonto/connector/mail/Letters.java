package ch.meinkonto.connector.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.Bundle;
import ch.meinkonto.connector.handover.Content;
import ch.meinkonto.connector.handover.MediaTypes;
import ch.meinkonto.connector.mapping.MappingFailed;
import ch.meinkonto.contract.Envelope;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.unit.ReceivedRequest;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the connector's mails: signed, encrypted, and outside of it nothing about a person. */
final class Letters {

  private final String from;
  private final Session session;
  private final Sealer sealer;
  private final Bundle bundle;
  private final MessageIds ids;
  private final Clock clock;

  Letters(MailPlan plan, Session session, Bundle bundle, Clock clock) {
    this.from = plan.from();
    this.session = session;
    this.sealer = new Sealer(plan.identity());
    this.bundle = bundle;
    this.ids = MessageIds.of(plan.from());
    this.clock = clock;
  }

  /** A submission: what to know in a few words, and its files. */
  MimeMessage of(ReceivedRequest request, String messageId, Recipient to)
      throws MessagingException, MappingFailed, IOException {
    Envelope envelope = request.envelope();
    boolean isFirst = envelope.kind().begins();
    Map<String, Content> files = bundle.of(request);
    String subject = "[%s] %s".formatted(envelope.reference(), envelope.service());
    MimeMessage mail = envelope(messageId, isFirst ? subject : "Re: " + subject, to);
    if (!isFirst && request.inCharge().isEmpty()) { // a copy's mail is named otherwise
      refer(mail, ids.first(envelope.reference(), envelope.requestId()));
    }
    MimeMultipart content = new MimeMultipart();
    content.addBodyPart(text(Instructions.of(request, files.keySet())));
    for (Map.Entry<String, Content> file : files.entrySet()) {
      content.addBodyPart(attachment(file.getKey(), file.getValue().bytes()));
    }
    sealer.seal(mail, content, to.certificate());
    mail.saveChanges();
    return mail;
  }

  /**
   * Says why a reply was set aside.
   *
   * @param about the reply's own id, if it has one
   * @param hash names the reply
   */
  MimeMessage note(
      @Nullable Reference reference,
      @Nullable String about,
      String hash,
      String reason,
      Recipient to)
      throws MessagingException {
    String subject =
        reference == null
            ? "Nicht weitergeleitet"
            : "[%s] Nicht weitergeleitet".formatted(reference);
    MimeMessage mail = envelope(ids.about(hash), subject, to);
    if (about != null) {
      refer(mail, about);
    }
    MimeMultipart content = new MimeMultipart();
    content.addBodyPart(text(Instructions.note(reason)));
    sealer.seal(mail, content, to.certificate());
    mail.saveChanges();
    return mail;
  }

  private MimeMessage envelope(String messageId, String subject, Recipient to)
      throws MessagingException {
    MimeMessage mail = new NamedMail(session, messageId);
    mail.setHeader("Message-ID", messageId);
    mail.setFrom(new InternetAddress(from));
    mail.setRecipient(RecipientType.TO, new InternetAddress(to.address()));
    mail.setSubject(subject, UTF_8.name());
    mail.setSentDate(Date.from(clock.instant()));
    // RFC 3834: nobody's absence is of interest here
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
    return mail;
  }

  private static void refer(MimeMessage mail, String other) throws MessagingException {
    mail.setHeader("In-Reply-To", other);
    mail.setHeader("References", other);
  }

  private static MimeBodyPart text(String text) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text.replace("\n", "\r\n"), UTF_8.name());
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static MimeBodyPart attachment(String path, byte[] content) throws MessagingException {
    String name = path.substring(path.lastIndexOf('/') + 1);
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type(name))));
    part.setFileName(name);
    part.setDisposition(Part.ATTACHMENT);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "json" -> "application/json";
      case "xml" -> "application/xml";
      case "jws" -> "application/jose";
      default -> MediaTypes.of(name);
    };
  }

  /** A mail that keeps the name it was given. */
  private static final class NamedMail extends MimeMessage {

    private final String messageId;

    NamedMail(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", Objects.requireNonNull(messageId));
    }
  }
}
