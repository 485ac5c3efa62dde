package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.Counts;
import ch.meinkonto.connector.Trouble;
import ch.meinkonto.connector.handover.Hash;
import ch.meinkonto.connector.handover.Replies;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.handover.Word;
import ch.meinkonto.connector.mail.IncomingMail.Nature;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.unit.PortalUnavailable;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the unit replied, oldest first, and files each mail away: to {@code Erledigt}, to
 * {@code Fehler} with a note to the unit, or to {@code Unzustellbar}.
 */
final class ReplyMails {

  static final String DONE = "Erledigt";
  static final String FAILED = "Fehler";
  static final String UNDELIVERABLE = "Unzustellbar";

  private static final Logger log = LoggerFactory.getLogger(ReplyMails.class);
  private static final int MAILS_A_LOOK = 50;
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Duration TO_FINISH = Duration.ofSeconds(5);

  private final String unit;
  private final MailPlan plan;
  private final Session session;
  private final Opener opener;
  private final Replies replies;
  private final Heard heard;
  private final Notes notes;
  private final Counts counts;
  private final Clock clock;
  private final Trouble mailbox;
  private final Trouble portal;
  private final Trouble bounced;
  private final ReentrantLock looking = new ReentrantLock();
  private Instant notBefore = Instant.MIN;
  private volatile boolean closed;

  ReplyMails(
      String unit,
      MailPlan plan,
      Replies replies,
      Heard heard,
      Notes notes,
      Counts counts,
      Clock clock) {
    this.unit = unit;
    this.plan = plan;
    this.session = plan.replies().session(plan.from());
    this.opener = new Opener(plan.identity(), plan.signers(), clock);
    this.replies = replies;
    this.heard = heard;
    this.notes = notes;
    this.counts = counts;
    this.clock = clock;
    this.mailbox = new Trouble(log, unit + ": the mailbox for replies can be read again");
    this.portal = new Trouble(log, unit + ": replies reach the portal again");
    this.bounced = new Trouble(log, unit + ": no mail that came back is left");
  }

  /** What keeps replies from being sent, or requests from arriving. */
  Optional<String> trouble() {
    return bounced.current().or(mailbox::current).or(portal::current).or(notes.trouble()::current);
  }

  /** Waits a little for the mail that is being dealt with; no other is begun. */
  void close() {
    closed = true;
    try {
      if (looking.tryLock(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
        looking.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once for replies; does nothing while it is still looking. */
  void look() {
    if (closed || !looking.tryLock()) {
      return;
    }
    try {
      if (!clock.instant().isBefore(notBefore)) {
        lookInto();
      }
    } catch (MessagingException | IOException | RuntimeException e) {
      pause(
          mailbox,
          "%s cannot be read (%s); replies stay there"
              .formatted(plan.replies(), Postman.reason(e)));
    } catch (OutOfMemoryError e) {
      pause(mailbox, "a reply is too large for this memory; give more with -Xmx");
    } finally {
      looking.unlock();
    }
  }

  private void pause(Trouble trouble, String why) {
    trouble.because(unit + ": " + why);
    notBefore = clock.instant().plus(PAUSE);
  }

  private void lookInto() throws MessagingException, IOException {
    try (Mailbox box = Mailbox.open(plan.replies(), session)) {
      for (Message message : box.oldest(MAILS_A_LOOK)) {
        if (closed || !isDone(box, message)) {
          return;
        }
      }
      int undeliverable = box.count(UNDELIVERABLE);
      if (!clock.instant().isBefore(notBefore)) {
        mailbox.none();
      }
      if (undeliverable == 0) {
        bounced.none();
      } else {
        bounced.because(
            "%s: %d mails came back and lie in %s; bring them to the unit, then take them away"
                .formatted(unit, undeliverable, UNDELIVERABLE));
      }
    }
  }

  /** One mail that cannot be fetched or moved holds up no other. */
  private boolean isDone(Mailbox box, Message message) throws MessagingException, IOException {
    try {
      return deal(box, message);
    } catch (MessagingException | IOException e) {
      if (!box.isConnected()) {
        throw e;
      }
      pause(mailbox, "a reply cannot be fetched or moved (%s)".formatted(Postman.reason(e)));
      return true;
    }
  }

  /** Whether to go on: not while the portal cannot be reached, or order would be lost. */
  private boolean deal(Mailbox box, Message message) throws MessagingException, IOException {
    IncomingMail mail = null;
    try {
      byte[] raw = Mailbox.raw(message, plan.largest());
      mail = IncomingMail.of(raw, session);
      switch (mail.nature(plan.from(), raw)) {
        case Nature.Bounce(Optional<Reference> about, String status) -> {
          log.warn("{}: a mail came back, {}, status {}", unit, name(about), status);
          box.move(message, about.isPresent() ? UNDELIVERABLE : FAILED);
        }
        case Nature.Automatic _ -> {
          log.info("{}: an automatic reply is not sent on", unit);
          box.move(message, DONE);
        }
        case Nature.Letter _ -> {
          say(mail);
          box.move(message, DONE);
          counts.add(Counts.Of.SENT, 1);
        }
      }
    } catch (Unusable e) {
      setAside(box, message, mail, e.reason());
    } catch (PortalUnavailable e) {
      pause(portal, "the portal cannot be reached; replies stay and are tried again");
      return false;
    } catch (NotKnownYet e) {
      pause(portal, e.getMessage() + "; replies stay and are tried again");
      return false;
    } catch (RuntimeException e) {
      if (!box.isConnected()) {
        throw e;
      }
      setAside(
          box,
          message,
          mail,
          "Die Mail lässt sich nicht verarbeiten (%s).".formatted(e.getClass().getSimpleName()));
    }
    return true;
  }

  private static String name(Optional<Reference> about) {
    return about.map(Reference::value).orElse("of unknown reference");
  }

  private void say(IncomingMail mail) throws Unusable, IOException, NotKnownYet {
    Opener.Signed signed = opener.open(mail.mime());
    Reference reference = mail.reference();
    Contents contents = Contents.of(signed.content());
    ReplyText text = ReplyText.of(contents.text());
    Optional<Reference> quoted = text.quotedReference();
    if (quoted.isPresent() && !quoted.get().equals(reference)) {
      throw new Unusable(
          "Die Mail gehört zu %s, zitiert aber %s.".formatted(reference, quoted.get()));
    }
    String name = name(mail, signed);
    if (heard.isFromAnother(signed.name(), name)) {
      throw new Unusable("Diese signierte Nachricht ist schon mit einer anderen Mail gekommen.");
    }
    Word word = text.word(reference, !contents.documents().isEmpty());
    try {
      replies.say(name, word, contents.documents());
    } catch (IOException e) {
      throw new NotKnownYet(String.valueOf(e.getMessage()));
    }
    portal.none();
    heard.add(signed.name(), name);
    log.info("{}: a reply was sent for {}", unit, reference);
  }

  /** The same mail is heard once; one without a name of its own is named by what is signed. */
  private static String name(IncomingMail mail, Opener.Signed signed) {
    String id = mail.messageId();
    return Hash.of((id == null ? signed.name() : id).getBytes(StandardCharsets.UTF_8));
  }

  /** The unit is told before the mail is moved: as long as it lies there, nobody knows. */
  private void setAside(Mailbox box, Message message, @Nullable IncomingMail mail, String reason)
      throws MessagingException {
    if (notes.tell(mail, reason)) {
      box.move(message, FAILED);
      counts.add(Counts.Of.NOT_SENT, 1);
      log.warn("{}: a reply cannot be sent; it is in {}", unit, FAILED);
    } else {
      notBefore = clock.instant().plus(PAUSE);
    }
  }

  /** The portal may know the unit's key later. */
  private static final class NotKnownYet extends Exception {
    private static final long serialVersionUID = 1L;

    NotKnownYet(String message) {
      super(message);
    }
  }
}
