package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.handover.Unusable;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.MessageIDTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A mailbox at its server (IMAP), for as long as it is looked at. */
final class Mailbox implements AutoCloseable {

  private static final String INBOX = "INBOX";

  private final IMAPStore store;
  private final IMAPFolder inbox;

  private Mailbox(IMAPStore store, IMAPFolder inbox) {
    this.store = store;
    this.inbox = inbox;
  }

  static Mailbox open(Server server, Session session) throws MessagingException, IOException {
    IMAPStore store = (IMAPStore) session.getStore(server.protocol());
    store.connect(server.host(), server.port(), server.user(), server.secret());
    try {
      IMAPFolder inbox = (IMAPFolder) store.getFolder(INBOX);
      inbox.open(Folder.READ_WRITE);
      return new Mailbox(store, inbox);
    } catch (MessagingException e) {
      store.close();
      throw e;
    }
  }

  /** Those that came first. */
  List<Message> oldest(int most) throws MessagingException {
    int count = Math.min(inbox.getMessageCount(), most);
    if (count < 1) {
      return List.of();
    }
    Message[] messages = inbox.getMessages(1, count);
    FetchProfile profile = new FetchProfile();
    profile.add(FetchProfile.Item.SIZE);
    inbox.fetch(messages, profile);
    return List.of(messages);
  }

  /** A mail as it lies there, unread as before. */
  static byte[] raw(Message message, int largest) throws MessagingException, Unusable, IOException {
    if (message.getSize() > largest) {
      throw tooLarge(largest);
    }
    if (message instanceof IMAPMessage imap) {
      imap.setPeek(true);
    }
    Limited raw = new Limited(largest);
    try {
      message.writeTo(raw);
    } catch (IOException e) {
      if (raw.isFull) {
        throw tooLarge(largest);
      }
      throw e;
    }
    return raw.bytes.toByteArray();
  }

  private static Unusable tooLarge(int largest) {
    return new Unusable("Die Mail ist grösser als %d MB.".formatted(largest / 1024 / 1024));
  }

  /** Puts a mail into another folder, which is made if need be. */
  void move(Message message, String folder) throws MessagingException {
    Message[] one = {message};
    Folder target = folder(folder);
    if (store.hasCapability("MOVE")) {
      inbox.moveMessages(one, target);
    } else {
      inbox.copyMessages(one, target);
      message.setFlag(Flag.DELETED, true);
      inbox.expunge(one);
    }
  }

  /** Whether its server still answers. */
  boolean isConnected() {
    return store.isConnected();
  }

  /** How many mails lie in a folder. */
  int count(String folder) throws MessagingException {
    return folder(folder).getMessageCount();
  }

  private Folder folder(String name) throws MessagingException {
    Folder folder = store.getFolder(name);
    if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
      throw new MessagingException("the folder " + name + " cannot be made");
    }
    return folder;
  }

  /** Whether a mail of this name lies in any of its folders. */
  boolean contains(String messageId) throws MessagingException {
    MessageIDTerm named = new MessageIDTerm(messageId);
    if (inbox.search(named).length > 0) {
      return true;
    }
    for (Folder folder : store.getDefaultFolder().list("*")) {
      boolean isOther = !folder.getFullName().equalsIgnoreCase(INBOX);
      if (isOther && (folder.getType() & Folder.HOLDS_MESSAGES) != 0) {
        folder.open(Folder.READ_ONLY);
        try (folder) {
          if (folder.search(named).length > 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  @Override
  public void close() throws MessagingException {
    try (store) {
      inbox.close(false);
    }
  }

  /** Takes no more than it may, whatever size the server told. */
  private static final class Limited extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int largest;
    private boolean isFull;

    Limited(int largest) {
      this.largest = largest;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      isFull = bytes.size() + length > largest;
      if (isFull) {
        throw new IOException("too large");
      }
      bytes.write(some, from, length);
    }
  }
}
