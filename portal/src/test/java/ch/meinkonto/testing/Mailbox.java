package ch.meinkonto.testing;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A real mail server in the tests' process, and a look into everybody's mailbox. */
public class Mailbox {

  private static final GreenMail SERVER = start();
  private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6,8})\\s*$");

  /** Where the portal sends its mail to. */
  static String url() {
    return "smtp://localhost:" + SERVER.getSmtp().getPort();
  }

  /** The next mail to this address, with these words in its subject; waits until it is there. */
  public Mail awaitMail(String address, String subject) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                mails(address).stream()
                    .filter(mail -> mail.subject().contains(subject))
                    .reduce((earlier, later) -> later),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  /** The code in the newest mail to this address with these words in its subject. */
  public String awaitCode(String address, String subject) {
    var code = CODE.matcher(awaitMail(address, subject).text());
    if (!code.find()) {
      throw new AssertionError("No code in the mail to " + address);
    }
    return code.group(1);
  }

  /** All mails to this address, oldest first. */
  public List<Mail> mails(String address) {
    return Arrays.stream(SERVER.getReceivedMessages())
        .filter(message -> isFor(message, address))
        .map(Mailbox::mail)
        .toList();
  }

  /**
   * One mail.
   *
   * @param subject the subject
   * @param text its plain text
   * @param raw the whole, headers included
   */
  public record Mail(String subject, String text, String raw) {}

  private static boolean isFor(MimeMessage message, String address) {
    try {
      return Arrays.toString(message.getRecipients(Message.RecipientType.TO)).contains(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mail mail(MimeMessage message) {
    try {
      var text = plain(message.getContent());
      return new Mail(message.getSubject(), text, GreenMailUtil.getWholeMessage(message));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String plain(Object content) throws MessagingException, IOException {
    while (content instanceof jakarta.mail.Multipart parts) {
      content = parts.getBodyPart(0).getContent();
    }
    return content.toString().replace("\r\n", "\n");
  }

  private static GreenMail start() {
    var server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }
}
