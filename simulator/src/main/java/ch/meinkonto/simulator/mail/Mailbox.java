package ch.meinkonto.simulator.mail;

import ch.meinkonto.simulator.SimulatorSettings;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes all mail, for whomever it is, and keeps it in memory. */
@Component
public class Mailbox {

  private final GreenMail server;

  Mailbox(SimulatorSettings settings) {
    server =
        new GreenMail(new ServerSetup(settings.mailPort(), "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  /** All mail, the newest first. */
  public List<Mail> newestFirst() {
    var mails = new ArrayList<Mail>();
    var received = server.getReceivedMessages();
    for (int i = received.length - 1; i >= 0; i--) {
      mails.add(read(i + 1, received[i]));
    }
    return mails;
  }

  /** The mail with this number. */
  public Optional<Mail> find(int number) {
    var received = server.getReceivedMessages();
    return number < 1 || number > received.length
        ? Optional.empty()
        : Optional.of(read(number, received[number - 1]));
  }

  private static Mail read(int number, MimeMessage message) {
    try {
      var sent = message.getSentDate();
      return new Mail(
          number,
          sent == null ? Instant.EPOCH : sent.toInstant(),
          String.valueOf(message.getAllRecipients()[0]),
          ((InternetAddress) message.getFrom()[0]).toUnicodeString(),
          Optional.ofNullable(message.getSubject()).orElse(""),
          text(message).orElse(""));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("Mail " + number + " cannot be read", e);
    }
  }

  private static Optional<String> text(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return Optional.of((String) part.getContent());
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var text = text(parts.getBodyPart(i));
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  @PreDestroy
  void close() {
    server.stop();
  }
}
