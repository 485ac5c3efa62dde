package ch.meinkonto.simulator.office;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.UUID;

/** The mail server of the units that are reached by mail: SMTP and IMAP, over TLS only. */
final class UnitMail implements AutoCloseable {

  private static final int KEPT = 1_000;
  private static final String DEALT_WITH = "Bearbeitet";

  private final MailKeys keys;
  private final GreenMail server;

  UnitMail(MailKeys keys, int smtpPort, int imapPort) {
    this.keys = keys;
    keys.of("localhost");
    System.setProperty("greenmail.tls.keystore.file", keys.file("localhost").toString());
    System.setProperty("greenmail.tls.keystore.password", keys.password());
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(smtpPort, "localhost", ServerSetup.PROTOCOL_SMTPS),
              new ServerSetup(imapPort, "localhost", ServerSetup.PROTOCOL_IMAPS)
            });
    server.start();
  }

  /** A mailbox of its own for this address. */
  void open(String address) {
    server.setUser(address, address, keys.password());
  }

  /** Whether whoever knows the password of this mailbox may come in. */
  void letIn(String address, boolean may) {
    server
        .getUserManager()
        .getUserByEmail(address)
        .setPassword(may ? keys.password() : UUID.randomUUID().toString());
  }

  /** Looks at each new mail in a mailbox; those that were dealt with are put away. */
  void read(String address, Reader reader) {
    try {
      var inbox = folder(address, "INBOX");
      for (var message : inbox.getNonDeletedMessages()) {
        if (reader.dealsWith(message.getMimeMessage())) {
          inbox.moveMessage(message.getUid(), dealtWith(address));
        }
      }
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What an office does with a mail. */
  interface Reader {
    boolean dealsWith(MimeMessage mail);
  }

  private MailFolder dealtWith(String address) throws FolderException {
    var folder = folder(address, DEALT_WITH);
    var uids = folder.getMessageUids();
    if (uids.length > KEPT) {
      folder.deleteAllMessages();
    }
    return folder;
  }

  private MailFolder folder(String address, String name) throws FolderException {
    var user = server.getUserManager().getUserByEmail(address);
    var host = server.getManagers().getImapHostManager();
    if (name.equals("INBOX")) {
      return host.getInbox(user);
    }
    try {
      var known = host.getFolder(user, name);
      return known == null ? host.createMailbox(user, name) : known;
    } catch (com.icegreen.greenmail.imap.AuthorizationException e) {
      throw new FolderException(String.valueOf(e.getMessage()));
    }
  }

  /** Brings a mail to a mailbox. */
  void deliver(MimeMessage mail, String address) {
    Objects.requireNonNull(server.getUserManager().getUserByEmail(address), address).deliver(mail);
  }

  @Override
  public void close() {
    server.stop();
  }
}
