package ch.meinkonto.simulator.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.RequestState;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** By signed replies, as a clerk writes them. */
record MailCorrespondence(
    UnitMail server,
    String own,
    MailKeys.Pair key,
    String connector,
    X509Certificate connectorCertificate)
    implements Correspondence {

  private static final Session SESSION = Session.getInstance(new Properties());

  @Override
  public void state(Case one, RequestState state, @Nullable String text) {
    var word =
        switch (state) {
          case DECIDED -> "entschieden";
          case CLOSED -> "erledigt";
          default -> "in Arbeit";
        };
    reply(one, "STAND: " + word + (text == null ? "" : "\n\n" + text), List.of());
  }

  @Override
  public void message(Case one, String text, List<Document> documents) {
    reply(one, text, documents);
  }

  @Override
  public void ask(Case one, String text, boolean uploads) {
    reply(one, (uploads ? "FRAGE: " : "FRAGE OHNE DATEIEN: ") + text, List.of());
  }

  /** The same step of a case is the same mail: it has the same name. */
  private void reply(Case one, String text, List<Document> documents) {
    var id =
        "<%s-%d@%s>".formatted(one.requestId(), one.step(), own.substring(own.indexOf('@') + 1));
    try {
      var mail =
          new MimeMessage(SESSION) {
            @Override
            protected void updateMessageID() throws MessagingException {
              setHeader("Message-ID", id);
            }
          };
      mail.setFrom(new InternetAddress(own));
      mail.setRecipient(RecipientType.TO, new InternetAddress(connector));
      mail.setSubject("AW: [%s] %s".formatted(one.reference(), one.service()), UTF_8.name());
      mail.setSentDate(Date.from(Instant.now()));
      var content = new MimeMultipart();
      content.addBodyPart(written(text + "\n\nVon: Mein Konto\n" + quoted(one)));
      for (var document : documents) {
        content.addBodyPart(attached(document));
      }
      SealedMail.seal(mail, content, key, connectorCertificate);
      server.deliver(mail, connector);
    } catch (MessagingException e) {
      throw new IllegalStateException("No reply for " + one.reference(), e);
    }
  }

  @Override
  public void nonsense(Case one) {
    try {
      var mail = new MimeMessage(SESSION);
      mail.setFrom(new InternetAddress(own));
      mail.setRecipient(RecipientType.TO, new InternetAddress(connector));
      mail.setSubject("AW: [%s]".formatted(one.reference()), UTF_8.name());
      mail.setText("unlesbar, und nicht unterschrieben", UTF_8.name());
      server.deliver(mail, connector);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String quoted(Case one) {
    return "> --- Bitte über dieser Zeile antworten (%s) ---\n>\n> Neuer Antrag %s\n"
        .formatted(one.reference(), one.reference());
  }

  private static MimeBodyPart written(String text) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text.replace("\n", "\r\n"), UTF_8.name());
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static MimeBodyPart attached(Document document) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(document.bytes(), document.mediaType())));
    part.setFileName(document.name());
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }
}
