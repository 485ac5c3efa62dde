package ch.meinkonto.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is written to whom is nobody's business on the way. */
class MailOverTlsTest {

  @Test
  void aServerElsewhereMustSpeakTlsAndShowItsName() {
    for (var url : new String[] {"smtp://mail.stadt.ch:587", "smtp://u:p@mail.stadt.ch:587"}) {
      assertThat(sender(url).getJavaMailProperties())
          .containsEntry("mail.smtp.starttls.required", "true")
          .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    }
    assertThat(sender("smtps://mail.stadt.ch:465").getJavaMailProperties())
        .containsEntry("mail.smtps.ssl.checkserveridentity", "true");
  }

  @Test
  void theDemosMailboxIsOnThisMachine() {
    assertThat(sender("smtp://localhost:2525").getJavaMailProperties())
        .doesNotContainKey("mail.smtp.starttls.required");
  }

  private static JavaMailSenderImpl sender(String url) {
    return (JavaMailSenderImpl)
        new MailConfiguration().mailSender(new MailSettings(url, "", "konto@stadt.ch"));
  }
}
