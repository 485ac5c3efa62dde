package ch.meinkonto.connector.mail;

import ch.meinkonto.contract.SubmissionId;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The lost property office: a mail server with its mailbox and the connector's, and a clerk. */
final class MailOffice implements AutoCloseable {

  static final String CONNECTOR = "konto@stadt.example";
  static final String OFFICE = "fundbuero@stadt.example";
  static final String STATION = "hauptbahnhof@stadt.example";
  static final Session SESSION = Session.getInstance(new Properties());

  /** A mail of the connector's, opened. */
  record Opened(MimeMessage outside, String text, Map<String, byte[]> files) {

    SubmissionId submission() throws MessagingException {
      String id = outside.getMessageID();
      return SubmissionId.of(id.substring(id.indexOf('.') + 1, id.indexOf('@')));
    }

    boolean isNote() throws MessagingException {
      return outside.getMessageID().startsWith("<hinweis.");
    }
  }

  final GreenMail server;
  final Line smtp;
  private final Path root;
  private final GreenMailUser connector;

  private MailOffice(GreenMail server, Line smtp, Path root) {
    this.server = server;
    this.smtp = smtp;
    this.root = root;
    this.connector = server.setUser(CONNECTOR, "konto", "geheim");
    server.setUser(OFFICE, "fundbuero", "geheim");
    server.setUser(STATION, "hauptbahnhof", "geheim");
  }

  static MailOffice open(Path root) throws IOException, GeneralSecurityException {
    Path keys = Cast.keyFile(root.resolve("server.p12"), Cast.SERVER);
    System.setProperty("greenmail.tls.keystore.file", keys.toString());
    System.setProperty("greenmail.tls.keystore.password", Cast.PASSWORD);
    Cast.keyFile(root.resolve("connector.p12"), Cast.CONNECTOR);
    java.nio.file.Files.writeString(root.resolve("password"), Cast.PASSWORD + "\n");
    java.nio.file.Files.writeString(root.resolve("mail-password"), "geheim\n");
    Cast.certificateFile(root.resolve("fundbuero.pem"), Cast.OFFICE);
    Cast.certificateFile(root.resolve("hauptbahnhof.pem"), Cast.STATION);
    Cast.certificateFile(root.resolve("ca.pem"), Cast.SERVER);
    GreenMail server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS),
              new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAPS)
            });
    server.start();
    return new MailOffice(server, new Line(server.getSmtps().getPort()), root);
  }

  String configuration() {
    return """
    channel: mail
    from: %1$s
    key: %2$s/connector.p12
    key-password: file:%2$s/password
    to: %3$s
    certificate: %2$s/fundbuero.pem
    trust: %2$s/ca.pem
    smtp: { address: "smtps://localhost:%4$d", user: konto, password: "file:%2$s/mail-password" }
    replies: { address: "imaps://localhost:%5$d", user: konto, password: "file:%2$s/mail-password" }
    poll: 100ms
    """
        .formatted(CONNECTOR, root, OFFICE, smtp.port(), server.getImaps().getPort());
  }

  String lookup() {
    return """
    lookup: { address: "imaps://localhost:%d", user: fundbuero, password: "file:%s/mail-password" }
    """
        .formatted(server.getImaps().getPort(), root);
  }

  /** All mails in a mailbox's folder, in the order in which they came. */
  List<MimeMessage> mails(String address, String folder) throws FolderException {
    MailFolder box = folder(address, folder);
    return box == null
        ? List.of()
        : box.getNonDeletedMessages().stream().map(StoredMessage::getMimeMessage).toList();
  }

  private @Nullable MailFolder folder(String address, String folder) throws FolderException {
    GreenMailUser user = server.getUserManager().getUserByEmail(address);
    ImapHostManager host = server.getManagers().getImapHostManager();
    return folder.equals("INBOX") ? host.getInbox(user) : host.getFolder(user, folder);
  }

  /** Somebody puts everything into a folder of their own. */
  void moveAll(String address, String folder) throws Exception {
    GreenMailUser user = server.getUserManager().getUserByEmail(address);
    ImapHostManager host = server.getManagers().getImapHostManager();
    MailFolder inbox = host.getInbox(user);
    MailFolder target = host.createMailbox(user, folder);
    for (long uid : inbox.getMessageUids()) {
      inbox.moveMessage(uid, target);
    }
  }

  /** Somebody takes away what lies in a folder. */
  void clear(String address, String folder) throws Exception {
    Objects.requireNonNull(folder(address, folder)).deleteAllMessages();
  }

  List<Opened> opened(String address, Identity identity) throws Exception {
    List<Opened> opened = new ArrayList<>();
    for (MimeMessage mail : mails(address, "INBOX")) {
      opened.add(open(mail, identity));
    }
    return opened;
  }

  /** Decrypts, checks the connector's signature. */
  static Opened open(MimeMessage mail, Identity identity) throws Exception {
    Opener opener = new Opener(identity, List.of(Cast.CONNECTOR.certificate()), Clock.systemUTC());
    MimeMultipart parts = (MimeMultipart) opener.open(mail).content().getContent();
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 1; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      files.put(part.getFileName(), part.getInputStream().readAllBytes());
    }
    return new Opened(mail, (String) parts.getBodyPart(0).getContent(), files);
  }

  /** Puts a mail into the connector's mailbox. */
  void send(MimeMessage mail) throws Exception {
    connector.deliver(mail);
  }

  /** A mail that a clerk has begun. */
  static MimeMessage draft(String messageId, String subject) throws MessagingException {
    MimeMessage mail =
        new MimeMessage(SESSION) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
          }
        };
    mail.setHeader("Message-ID", messageId);
    mail.setFrom(new InternetAddress(OFFICE));
    mail.setRecipient(RecipientType.TO, new InternetAddress(CONNECTOR));
    mail.setSubject(subject, StandardCharsets.UTF_8.name());
    return mail;
  }

  /** Signs it and encrypts it for the connector, as a mail program does. */
  static MimeMessage sealed(MimeMessage draft, Identity by, MimeBodyPart... parts)
      throws MessagingException, IOException {
    new Sealer(by).seal(draft, new MimeMultipart(parts), Cast.CONNECTOR.certificate());
    draft.saveChanges();
    return copy(draft);
  }

  /** As it comes over the line. */
  static MimeMessage copy(MimeMessage mail) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return new MimeMessage(SESSION, new ByteArrayInputStream(bytes.toByteArray()));
  }

  static MimeBodyPart text(String text) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name());
    return part;
  }

  static MimeBodyPart attachment(String name, byte[] content) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new jakarta.activation.DataHandler(
            new jakarta.mail.util.ByteArrayDataSource(content, "application/octet-stream")));
    part.setFileName(name);
    return part;
  }

  @Override
  public void close() throws IOException {
    smtp.close();
    server.stop();
  }
}
