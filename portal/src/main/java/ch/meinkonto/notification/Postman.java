package ch.meinkonto.notification;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes a notice as a mail, plain and as simple HTML, and hands it to the mail server. */
@Component
class Postman {

  private final JavaMailSender sender;
  private final MailSettings settings;
  private final Letters letters;
  private final CityName cityName;

  Postman(JavaMailSender sender, MailSettings settings, Letters letters, CityName cityName) {
    this.sender = sender;
    this.settings = settings;
    this.letters = letters;
    this.cityName = cityName;
  }

  void send(Notice notice) {
    var city = cityName.in(notice.locale());
    var letter = letters.write(notice, city);
    var mail = sender.createMimeMessage();
    try {
      var helper = new MimeMessageHelper(mail, true, "UTF-8");
      helper.setFrom(settings.from(), city);
      helper.setTo(notice.email());
      helper.setSubject(letter.subject());
      helper.setText(letter.plain(), letter.html());
      // RFC 3834 §5: no out-of-office answers to the portal
      mail.setHeader("Auto-Submitted", "auto-generated");
      mail.setHeader("Content-Language", notice.locale().toLanguageTag());
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new MailSendException("A mail could not be written", e);
    }
    sender.send(mail);
  }
}
