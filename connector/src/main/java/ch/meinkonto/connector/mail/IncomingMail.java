package ch.meinkonto.connector.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ch.meinkonto.connector.handover.Hash;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.contract.Reference;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the connector's own mailbox.
 *
 * @param mime its headers are anybody's words
 * @param hash names it
 */
record IncomingMail(MimeMessage mime, String hash) {

  /** What kind of mail it is. */
  sealed interface Nature {

    /** Somebody wrote it. */
    record Letter() implements Nature {}

    /** A mail of the connector's did not arrive. */
    record Bounce(Optional<Reference> about, String status) implements Nature {}

    /** A program wrote it: somebody is away, has read it, will get it later. */
    record Automatic() implements Nature {}
  }

  private static final int FIRST_PART = 200_000;
  private static final Pattern ACTION = Pattern.compile("(?im)^Action: *([a-z]+)");
  private static final Pattern STATUS =
      Pattern.compile("(?im)^Status: *([245]\\.\\d{1,3}\\.\\d{1,3})");

  static IncomingMail of(byte[] raw, Session session) throws Unusable {
    try {
      return new IncomingMail(new MimeMessage(session, Mime.of(raw)), Hash.of(raw));
    } catch (MessagingException | RuntimeException e) {
      throw new Unusable("Die Mail ist nicht lesbar aufgebaut.");
    }
  }

  /**
   * What kind of mail it is.
   *
   * @param own the connector's address
   */
  Nature nature(String own, byte[] raw) {
    if (isOfType("multipart/report") || isFromAServer()) {
      String text = new String(raw, 0, Math.min(raw.length, FIRST_PART), ISO_8859_1);
      Matcher action = ACTION.matcher(text);
      Matcher status = STATUS.matcher(text);
      boolean failed = action.find() ? action.group(1).equalsIgnoreCase("failed") : isFromAServer();
      return failed
          ? new Nature.Bounce(MessageIds.named(text), status.find() ? status.group(1) : "unknown")
          : new Nature.Automatic();
    }
    return isAutomatic() || sender().equalsIgnoreCase(own)
        ? new Nature.Automatic()
        : new Nature.Letter();
  }

  /** RFC 3834, and what programs do that do not know it. */
  private boolean isAutomatic() {
    String submitted = header("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
    String precedence = header("Precedence").strip().toLowerCase(Locale.ROOT);
    return (!submitted.isEmpty() && !submitted.startsWith("no"))
        || precedence.matches("bulk|junk|list|auto_reply")
        || !header("X-Autoreply").isEmpty()
        || !header("X-Autorespond").isEmpty()
        || !header("List-Id").isEmpty()
        || header("Return-Path").strip().equals("<>")
        || isOfType("message/disposition-notification");
  }

  private boolean isFromAServer() {
    String name = sender().toLowerCase(Locale.ROOT);
    return name.startsWith("mailer-daemon@") || name.startsWith("postmaster@");
  }

  private boolean isOfType(String type) {
    try {
      return mime.isMimeType(type);
    } catch (MessagingException e) {
      return false;
    }
  }

  private String sender() {
    try {
      Address[] from = mime.getFrom();
      return from != null && from.length > 0 && from[0] instanceof InternetAddress address
          ? String.valueOf(address.getAddress())
          : "";
    } catch (MessagingException e) {
      return "";
    }
  }

  /** Its own name; null if it has none. */
  @Nullable String messageId() {
    String id = header("Message-ID").strip();
    return id.matches("<[^<>\\s]{1,500}>") ? id : null;
  }

  /** The reference that its headers name, if they name one. */
  Optional<Reference> mentioned() {
    return answered().or(this::subject);
  }

  /** The reference that it is about. */
  Reference reference() throws Unusable {
    Optional<Reference> answered = answered();
    Optional<Reference> subject = subject();
    if (answered.isPresent() && subject.isPresent() && !answered.equals(subject)) {
      throw new Unusable(
          "Die Mail antwortet auf %s, im Betreff steht aber %s."
              .formatted(answered.get(), subject.get()));
    }
    return answered
        .or(() -> subject)
        .orElseThrow(() ->
            new Unusable(
                "Es ist nicht zu erkennen, zu welchem Antrag die Mail gehört. Bitte antworten Sie "
                    + "auf die Mail des Antrags, oder schreiben Sie die Referenz in den Betreff."));
  }

  private Optional<Reference> answered() {
    return MessageIds.named(header("In-Reply-To")).or(() -> MessageIds.named(header("References")));
  }

  private Optional<Reference> subject() {
    String subject = header("Subject");
    try {
      return MessageIds.written(MimeUtility.decodeText(MimeUtility.unfold(subject)));
    } catch (UnsupportedEncodingException e) {
      return MessageIds.written(subject);
    }
  }

  /** Empty if there is none, or none that can be read. */
  private String header(String name) {
    try {
      return Optional.ofNullable(mime.getHeader(name, " ")).orElse("");
    } catch (MessagingException e) {
      return "";
    }
  }

  /** Says nothing of what is in it. */
  @Override
  public String toString() {
    return "IncomingMail[" + hash + "]";
  }
}
