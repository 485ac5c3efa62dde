package ch.meinkonto.connector.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Hands mails to the mail server. */
final class Postman {

  private static final Pattern REPLY_CODE = Pattern.compile("\\b([45]\\d\\d)\\b");

  private final Server server;
  private final Session session;

  Postman(Server server, Session session) {
    this.server = server;
    this.session = session;
  }

  /**
   * Returns when the server has the mail. After an exception it may have it all the same: its
   * answer to the last dot can get lost.
   */
  void send(MimeMessage mail) throws MessagingException, IOException {
    try (Transport transport = session.getTransport(server.protocol())) {
      transport.connect(server.host(), server.port(), server.user(), server.secret());
      transport.sendMessage(mail, mail.getAllRecipients());
    }
  }

  /** What went wrong, for the operator; never the server's own words: they may quote the mail. */
  static String reason(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof AuthenticationFailedException) {
        return "user or password are refused";
      }
      if (cause instanceof SSLException) {
        return "TLS fails; is its certificate trusted, for this host name?";
      }
    }
    Matcher code = REPLY_CODE.matcher(String.valueOf(failure.getMessage()));
    return failure.getClass().getSimpleName() + (code.find() ? ", code " + code.group(1) : "");
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof MessagingException mail && mail.getNextException() != null
        ? mail.getNextException()
        : failure.getCause();
  }
}
