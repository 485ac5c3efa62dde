package ch.meinkonto.notification;

import ch.meinkonto.platform.ThisMachine;
import java.net.URI;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  private static final String TIMEOUT_MILLIS = "10000";

  /** Said here, as Jakarta Mail else looks through all jars, several times for each mail. */
  private static final Map<String, String> PROVIDERS =
      Map.of(
          "jakarta.mail.util.StreamProvider",
          "org.eclipse.angus.mail.util.MailStreamProvider",
          "jakarta.activation.spi.MailcapRegistryProvider",
          "org.eclipse.angus.activation.MailcapRegistryProviderImpl",
          "jakarta.activation.spi.MimeTypeRegistryProvider",
          "org.eclipse.angus.activation.MimeTypeRegistryProviderImpl");

  @Bean
  JavaMailSender mailSender(MailSettings settings) {
    PROVIDERS.forEach(System::setProperty);
    var url = URI.create(settings.url().isBlank() ? settings.demoUrl() : settings.url());
    var sender = new JavaMailSenderImpl();
    sender.setProtocol(url.getScheme());
    sender.setHost(url.getHost());
    sender.setPort(url.getPort());
    sender.setDefaultEncoding("UTF-8");
    var properties = sender.getJavaMailProperties();
    var prefix = "mail." + url.getScheme() + ".";
    for (var timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty(prefix + timeout, TIMEOUT_MILLIS);
    }
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (!ThisMachine.isCalled(url.getHost())) {
      // neither what is written to whom nor a password travels in the clear
      properties.setProperty("mail.smtp.starttls.enable", "true");
      properties.setProperty("mail.smtp.starttls.required", "true");
    }
    var user = url.getUserInfo();
    if (user != null) {
      var colon = user.indexOf(':');
      sender.setUsername(user.substring(0, colon));
      sender.setPassword(user.substring(colon + 1));
      properties.setProperty(prefix + "auth", "true");
    }
    return sender;
  }
}
