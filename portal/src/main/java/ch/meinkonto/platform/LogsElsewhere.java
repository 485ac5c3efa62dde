package ch.meinkonto.platform;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.net.ssl.SSLConfiguration;
import ch.qos.logback.core.spi.ContextAware;
import ch.qos.logback.core.util.Duration;
import java.net.URI;
import javax.net.ssl.SSLContext;
import net.logstash.logback.appender.LogstashTcpSocketAppender;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Sends each line to where the operator keeps logs, besides writing it (OWASP ASVS 5.0, 16.4.3):
 * JSON, one a line, over TLS. Nobody waits for it; while it is away, some thousand lines are kept.
 */
public final class LogsElsewhere implements ApplicationListener<ApplicationPreparedEvent> {

  private static final String NAME = "elsewhere";

  @Override
  public void onApplicationEvent(ApplicationPreparedEvent event) {
    var environment = event.getApplicationContext().getEnvironment();
    var to = environment.getProperty("LOGS_TO", "");
    if (!to.isBlank() && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      send(context, address(to), environment);
    }
  }

  private static URI address(String to) {
    var address = URI.create(to);
    if (!"tls".equals(address.getScheme()) || address.getHost() == null || address.getPort() < 0) {
      throw new IllegalStateException("LOGS_TO must be tls://host:port");
    }
    return address;
  }

  private static void send(LoggerContext context, URI address, Environment environment) {
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    if (root.getAppender(NAME) != null) {
      return;
    }
    var encoder = new LogstashEncoder();
    encoder.setContext(context);
    encoder.start();
    var appender = new LogstashTcpSocketAppender();
    appender.setName(NAME);
    appender.setContext(context);
    appender.addDestination(address.getHost() + ":" + address.getPort());
    appender.setReconnectionDelay(Duration.buildBySeconds(5));
    appender.setShutdownGracePeriod(Duration.buildBySeconds(3));
    appender.setSsl(tls(environment.getProperty("LOGS_AUTHORITY", "")));
    appender.setEncoder(encoder);
    appender.start();
    root.addAppender(appender);
  }

  /** Trusts one authority, or those of Java; the server must have the name that was called. */
  private static SSLConfiguration tls(String authority) {
    var checked =
        new SSLConfiguration() {
          @Override
          public SSLContext createContext(ContextAware context) {
            var trusted =
                authority.isBlank() ? null : PemSslStoreDetails.forCertificate("file:" + authority);
            return SslBundle.of(new PemSslStoreBundle(null, trusted)).createSslContext();
          }
        };
    checked.getParameters().setHostnameVerification(true);
    checked.getParameters().setIncludedProtocols("TLSv1.3,TLSv1.2");
    return checked;
  }
}
